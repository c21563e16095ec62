import type { Approval } from '../compiler/frame/review.ts';
import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import { worstEffect } from '../plan/impact/effect.ts';
import { effectsOf } from '../plan/impact/effects-of.ts';
import type { PlannedChange } from '../plan/plan.ts';
import { isStateful } from '../plan/stateful.ts';
import { causesOf, unlikeText } from './causes.ts';
import type { ReviewedEnvironment } from './environment.ts';
import { judge } from './judge.ts';
import { kindsOf } from './kinds.ts';
import { labelOf } from './label.ts';
import type { Group, Member } from './review.ts';
import { safeText } from './safe-text.ts';
import { specKeysOf } from './spec-keys.ts';
import { unlikeSpec } from './unlike-spec.ts';
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
  const unlike = unlikeSpec(change, environment);
  const isAsSaid = unlike.length === 0;
  const judged = { change, kinds, isStateful: stateful, isInSpec, isAsSaid };
  const judgement = judge(judged, environment?.policy, today);
  const label = labelOf(effects, change, today);
  return {
    group: {
      verdict: judgement.verdict,
      action,
      type: safeText(type, 80),
      isCreatedFirst: change.isCreatedFirst,
      isStateful: stateful,
      isInSpec,
      isAsSaid,
      kinds: [...kinds].sort(),
      asking: judgement.asking,
      words: wordsOf(change, environment),
      ...(label ? { label } : {}),
      because: [
        ...judgement.because,
        ...(isAsSaid ? [] : [unlikeText(unlike)]),
        ...(kinds.has('alarms') ? [] : causesOf(change)),
      ],
      members: [memberOf(change, environment, place, worstEffect(effects)?.attribute)],
    },
    ...(judgement.approval ? { approval: judgement.approval } : {}),
  };
}

/** Of a resource with `for_each` the place is that of all its instances. */
export function placeOf(address: string, environment: ReviewedEnvironment | undefined): SpecPath | undefined {
  return environment?.places.get(address) ?? environment?.places.get(address.replace(/\[.*\]$/, ''));
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
