import { formatPath } from '../compiler/spec-path.ts';
import type { ChangedItem, ChangeLine } from './changed-item.ts';
import type { Difference, DifferenceLine, DifferentItem } from './difference.ts';
import type { EnvironmentChange } from './environment-change.ts';
import { placeOf } from './place.ts';

/** The change of an environment for readers. @param base what the older version is called */
export function effectiveDifference(
  { environment, kind, items, errors }: EnvironmentChange,
  base: string,
): Difference {
  const shown = items.map((item) => itemOf(item, base));
  if (kind === 'incomparable')
    return { subject: environment, kind, items: [], note: errorNote(errors, base) };
  if (kind !== 'removed') return { subject: environment, kind, items: shown };
  const held = items.filter(({ danger }) => danger !== undefined).map(({ path }) => formatPath(path));
  return {
    subject: environment,
    kind,
    items: shown,
    ...(held.length === 0 ? {} : { note: `held data in ${held.join(', ')}` }),
  };
}

function errorNote(errors: EnvironmentChange['errors'], base: string): string {
  const [was, is] = [errors?.before ?? 0, errors?.after ?? 0];
  const parts = [...(was > 0 ? [`${count(was)} at ${base}`] : []), ...(is > 0 ? [`${count(is)} now`] : [])];
  return `cannot be compared: ${parts.join(', ')}`;
}

function count(errors: number): string {
  return errors === 1 ? '1 error' : `${errors} errors`;
}

function itemOf({ path, kind, previous, danger, lines }: ChangedItem, base: string): DifferentItem {
  return {
    name: formatPath(path),
    kind,
    ...(previous ? { previous: formatPath(previous) } : {}),
    ...(danger === undefined ? {} : { danger }),
    lines: lines.map((line) => lineOf(line, base)),
  };
}

function lineOf({ text, danger, changes }: ChangeLine, base: string): DifferenceLine {
  return {
    text,
    ...(danger === undefined ? {} : { danger }),
    values: changes.map((change) => ({
      path: formatPath(change.path),
      ...(change.before ? { before: change.before.text } : {}),
      ...(change.after ? { after: change.after.text } : {}),
      place: placeOf(change, base),
    })),
  };
}
