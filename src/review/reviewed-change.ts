import type { Approval } from '../compiler/frame/review.ts';
import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import { type Effect, type Moment, worstEffect } from '../plan/impact/effect.ts';
import { effectsOf } from '../plan/impact/effects-of.ts';
import { nextWindow } from '../plan/maintenance-window.ts';
import type { PlannedChange } from '../plan/plan.ts';
import { isStateful } from '../plan/stateful.ts';
import { isVirtual } from '../plan/virtual-attributes.ts';
import type { ReviewedEnvironment } from './environment.ts';
import { judge } from './judge.ts';
import { kindsOf } from './kinds.ts';
import type { Group, Label, Member } from './review.ts';
import { safeText } from './safe-text.ts';
import { specKeysOf } from './spec-keys.ts';
import { wordsOf } from './words.ts';

/** A group of one, before equal ones come together, and the approval that it needed. */
export interface ReviewedChange {
  readonly group: Group;
  readonly approval?: Approval;
}

/** @param today as YYYY-MM-DD */
export function reviewChange(
  change: PlannedChange,
  environment: ReviewedEnvironment | undefined,
  today: string,
): ReviewedChange {
  const { address, action, type } = change;
  const place = placeOf(address, environment);
  const effects = effectsOf(change);
  const held = new Set(environment?.held.keys());
  const stateful = isStateful(change, held);
  const isGone = change.reason === 'delete_because_no_resource_config' || action === 'forget';
  const isInSpec = place !== undefined || held.has(address) || (environment !== undefined && isGone);
  const kinds = kindsOf(change, effects, place, environment?.catalog);
  const judgement = judge({ change, kinds, isStateful: stateful, isInSpec }, environment?.policy, today);
  const label = labelOf(effects, change, today);
  return {
    group: {
      verdict: judgement.verdict,
      action,
      type: safeText(type, 80),
      isCreatedFirst: change.isCreatedFirst,
      isStateful: stateful,
      isInSpec,
      kinds: [...kinds].sort(),
      asking: judgement.asking,
      words: wordsOf(change, environment),
      ...(label ? { label } : {}),
      because: [...judgement.because, ...(kinds.has('alarms') ? [] : causesOf(change))],
      members: [memberOf(change, environment, place, worstEffect(effects)?.attribute)],
    },
    ...(judgement.approval ? { approval: judgement.approval } : {}),
  };
}

/** Of a resource with `for_each` the place is that of all its instances. */
export function placeOf(address: string, environment: ReviewedEnvironment | undefined): SpecPath | undefined {
  return environment?.places.get(address) ?? environment?.places.get(address.replace(/\[.*\]$/, ''));
}

/** Why Terraform deletes or replaces, in words. */
function causesOf({ action, reason, forcedBy, deposed }: PlannedChange): readonly string[] {
  if (deposed !== undefined) return ['an earlier replacement left it behind (deposed)'];
  if (action === 'replace' && forcedBy.length > 0)
    return [`${safeText(forcedBy.join(', '), 120)} cannot be changed in place`];
  if (action !== 'delete' && action !== 'replace') return [];
  const known = reason === undefined ? undefined : REASONS[reason];
  return known === undefined ? (reason === undefined ? [] : [safeText(reason, 80)]) : [known];
}

/** @source Terraform 1.11, "JSON Output Format", action_reason (read 2026-11-27) */
const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: 'an earlier apply left it half made (tainted)',
  replace_because_cannot_update: 'it cannot be changed in place',
  replace_by_request: 'somebody asked for it (-replace)',
  replace_by_triggers: 'something that it is tied to changes (replace_triggered_by)',
  delete_because_no_resource_config: 'it is gone from the configuration',
  delete_because_no_module: 'its module is gone from the configuration',
  delete_because_wrong_repetition: 'count or for_each came or went without a moved block',
  delete_because_count_index: 'count became smaller',
  delete_because_each_key: 'its key is gone from for_each',
  delete_because_no_move_target: 'a moved block leads nowhere',
};

function labelOf(
  effects: readonly Effect[],
  { after, before }: PlannedChange,
  today: string,
): Label | undefined {
  const worst = worstEffect(effects);
  if (!worst) return undefined;
  const { interruption, moment } = worst;
  const notes = effects.flatMap((effect) => (isTold(effect, worst) ? (effect.note ?? []) : []));
  const note = [...new Set([...notes.slice(0, 2), ...othersOf(effects, worst)])].map((text) =>
    safeText(text, 120),
  );
  const window = nextWindow(after['maintenance_window'] ?? before['maintenance_window'], today);
  return {
    interruption,
    moment,
    ...(moment === 'window' && window
      ? { window: `${window.text}${window.isToday ? ', or a week later' : ''}`, date: window.date }
      : {}),
    ...(note.length > 0 ? { note: note.join('; ') } : {}),
  };
}

/** Notes of what interrupts less than the worst would only hide it. */
function isTold(effect: Effect, worst: Effect): boolean {
  return effect.interruption === worst.interruption;
}

/** What happens at another time than the worst. */
function othersOf(effects: readonly Effect[], worst: Effect): readonly string[] {
  const at = (moment: Moment) =>
    effects
      .filter((effect) => effect.moment === moment && !isVirtual(effect))
      .map(({ attribute }) => attribute);
  const [now, window] = [at('now'), at('window')];
  if (worst.moment !== 'window' && window.length > 0) return [`${window.join(', ')} in the window`];
  return worst.moment === 'window' && now.length > 0 ? [`${now.join(', ')} at once`] : [];
}

function memberOf(
  { address, previousAddress, deposed, isImported, forcedBy, edits, type }: PlannedChange,
  environment: ReviewedEnvironment | undefined,
  place: SpecPath | undefined,
  worst: string | undefined,
): Member {
  // The attribute that matters most, so that the line is the one that somebody has changed.
  const known = edits.filter((edit) => specKeysOf(type, edit.attribute));
  const attribute = forcedBy[0] ?? (known.find((edit) => edit.attribute === worst) ?? known[0])?.attribute;
  const path = place && [...place, ...(specKeysOf(type, attribute?.split(/[.[]/)[0]) ?? [])];
  const where = path && environment?.locate(path);
  const held = environment?.held.get(address);
  const text = path ? formatPath(path) : held;
  return {
    ...(environment ? { environment: environment.name } : {}),
    address: safeText(address),
    ...(previousAddress === undefined ? {} : { previousAddress: safeText(previousAddress) }),
    ...(deposed === undefined ? {} : { deposed: safeText(deposed, 20) }),
    isImported,
    ...(text === undefined ? {} : { path: safeText(text) }),
    ...(where ? { file: safeText(where.file), line: where.line } : {}),
  };
}
