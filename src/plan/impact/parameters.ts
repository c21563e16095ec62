import { textAt } from '../json.ts';
import type { Json, PlannedChange } from '../plan.ts';
import type { Effect } from './effect.ts';

/** A parameter whose value changes; `undefined` is the engine's own. */
export interface ParameterEdit {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Of RDS: whether AWS applies it at once or at the next reboot. */
  readonly applyMethod: string | undefined;
}

/** The parameters of a group are a set, whose order says nothing. */
export function parameterEdits({ before, after }: PlannedChange): readonly ParameterEdit[] {
  const [was, becomes] = [parametersOf(before['parameter']), parametersOf(after['parameter'])];
  const names = [...new Set([...was.keys(), ...becomes.keys()])].sort();
  return names.flatMap((name) => {
    const [old, now] = [was.get(name), becomes.get(name)];
    const edit = {
      name,
      before: textAt(old, 'value'),
      after: textAt(now, 'value'),
      applyMethod: textAt(now ?? old, 'apply_method'),
    };
    return edit.before === edit.after ? [] : [edit];
  });
}

/**
 * @source static parameters wait for a reboot that nobody makes by itself: RDS user guide, "Working with parameter
 *   groups" (read by way of Overview.DBInstance.Modifying.md, awsdocs/amazon-rds-user-guide@0219b24, 2026-11-27)
 */
export function dbParameterEffects(change: PlannedChange): readonly Effect[] {
  if (change.secret.has('parameter')) {
    const note = 'the parameters are sensitive: some may wait until somebody reboots';
    return [{ attribute: 'parameter', interruption: 'reboot', moment: 'next-reboot', note }];
  }
  return parameterEdits(change).map(({ name, applyMethod }) =>
    effectOf(name, applyMethod === 'pending-reboot'),
  );
}

/** @source unverified: that these two need a reboot; the page "Rebooting nodes" of the ElastiCache user guide names none */
const NEED_A_REBOOT: ReadonlySet<string> = new Set(['activerehashing', 'databases']);

export function cacheParameterEffects(change: PlannedChange): readonly Effect[] {
  return parameterEdits(change).map(({ name }) => effectOf(name, NEED_A_REBOOT.has(name)));
}

function parametersOf(value: Json | undefined): ReadonlyMap<string, Json> {
  const list: readonly Json[] = Array.isArray(value) ? value : [];
  return new Map(
    list.flatMap((each) => {
      const name = textAt(each, 'name');
      return name === undefined ? [] : [[name, each] as const];
    }),
  );
}

function effectOf(name: string, waits: boolean): Effect {
  if (!waits) return { attribute: name, interruption: 'online', moment: 'now' };
  const note = `${name} waits until somebody reboots`;
  return { attribute: name, interruption: 'reboot', moment: 'next-reboot', note };
}
