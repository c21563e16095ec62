import type { Affected } from '../../change/affected.ts';
import type { LeafChange } from '../../change/leaf-changes.ts';
import { placeOf } from '../../change/place.ts';
import { changeText } from '../../change/short-text.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import type { Output } from '../output.ts';
import { plural } from '../report.ts';
import { safeJson } from '../reporters/safe-json.ts';
import type { Versions } from './versions.ts';

/** One name on a line, so that a shell can read them; with `--why` the values below each. */
export function affectedText(affected: readonly Affected[], base: string, isWhy: boolean): string {
  return affected.map((one) => `${one.environment}\n${isWhy ? whyText(one, base) : ''}`).join('');
}

/** More values than these of one environment are only counted. */
const MOST_VALUES = 20;

function whyText({ kind, changes }: Affected, base: string): string {
  const shown = changes.slice(0, MOST_VALUES).map((change) => `  ${valueText(change, base)}\n`);
  if (kind !== 'changed') shown.push(`  ${WHY[kind]}\n`);
  if (changes.length > MOST_VALUES)
    shown.push(`  … and ${plural(changes.length - MOST_VALUES, 'more value')}\n`);
  return shown.join('');
}

const WHY = {
  added: 'is new',
  removed: 'is gone',
  incomparable: 'cannot be compared, because of errors',
  same: 'is the same',
} as const;

function valueText(change: LeafChange, base: string): string {
  const { path, before, after } = change;
  return `${formatPath(path)}  ${changeText(before?.text, after?.text)}  [${placeOf(change, base)}]`.replace(
    /\s*\n\s*/g,
    ' ',
  );
}

export function affectedJson({ base, commit }: Versions, all: readonly Affected[]): string {
  return safeJson({
    formatVersion: 1,
    base,
    ...(commit === undefined ? {} : { commit }),
    affected: all
      .filter(({ kind }) => kind !== 'same')
      .map(({ environment, kind, changes }) => ({
        environment,
        change: kind,
        why: changes.map((change) => ({
          path: formatPath(change.path),
          ...(change.before ? { before: change.before.text } : {}),
          ...(change.after ? { after: change.after.text } : {}),
          place: placeOf(change, base),
        })),
      })),
    unaffected: all.filter(({ kind }) => kind === 'same').map(({ environment }) => environment),
  });
}

/** For `strategy.matrix`. An environment without a spec has no job: nothing of it could be planned. */
export function githubMatrix(affected: readonly Affected[], output: Output): string {
  const gone = affected.filter(({ kind }) => kind === 'removed').map(({ environment }) => environment);
  if (gone.length > 0) output.say(`not in the matrix, because the spec is gone: ${gone.join(', ')}`);
  const include = affected
    .filter(({ kind }) => kind !== 'removed')
    .map(({ environment }) => ({ environment }));
  return `${JSON.stringify({ include })}\n`;
}
