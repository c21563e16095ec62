import { compareText } from '../../util/compare.ts';
import { costDifferenceText } from '../cost.ts';
import type { Difference } from '../difference.ts';
import { type AlikeLine, alikeLines } from './alike.ts';

/** A diff as headings with lines below them, before it is text or Markdown. */
export interface Outline {
  readonly parts: readonly OutlinePart[];
  /** Lines that found no room. */
  readonly left: number;
}

export interface OutlinePart {
  readonly heading: string;
  readonly lines: readonly OutlineLine[];
}

export interface OutlineLine {
  /** Whom it is about, where the heading does not say so. */
  readonly subjects?: string;
  readonly item?: string;
  readonly text: string;
  readonly places?: string;
}

/** @param most lines in all, with the headings */
export function outlineOf(differences: readonly Difference[], most: number): Outline {
  return shorten([...wholes(differences), ...details(alikeLines(differences), costs(differences))], most);
}

/** What is to be said of environments as wholes, dangers before the rest. */
function wholes(differences: readonly Difference[]): readonly OutlinePart[] {
  const lines = differences.flatMap(({ subject, kind, note, items }): OutlineLine[] => {
    const text = WORDS[kind];
    if (text === undefined) return [];
    const count = kind === 'added' ? `, ${items.length} item${items.length === 1 ? '' : 's'}` : '';
    return [
      {
        subjects: subject,
        text:
          kind === 'incomparable'
            ? (note ?? text)
            : `${text}${count}${note === undefined ? '' : `: ${note}`}`,
      },
    ];
  });
  return lines.length === 0 ? [] : [{ heading: 'As a whole', lines }];
}

/** Those that cost as much more or less are told together. */
function costs(differences: readonly Difference[]): readonly OutlinePart[] {
  const subjects = new Map<string, string[]>();
  for (const { subject, cost } of differences) {
    if (!cost) continue;
    const text = costDifferenceText(cost);
    subjects.set(text, [...(subjects.get(text) ?? []), subject]);
  }
  if (subjects.size === 0) return [];
  const lines = [...subjects].map(([text, names]) => ({ subjects: names.join(', '), text }));
  return [{ heading: 'By the built-in prices', lines }];
}

const WORDS: Readonly<Partial<Record<Difference['kind'], string>>> = {
  added: 'is new',
  removed: 'is gone',
  incomparable: 'cannot be compared',
};

/** @param costs come after what is dangerous */
function details(lines: readonly AlikeLine[], costs: readonly OutlinePart[]): readonly OutlinePart[] {
  const dangerous = lines.filter(({ danger }) => danger !== undefined);
  const parts: OutlinePart[] =
    dangerous.length === 0
      ? []
      : [
          {
            heading: 'Look twice',
            lines: dangerous.map((line) => ({ subjects: line.subjects.join(', '), ...lineOf(line) })),
          },
        ];
  const others = new Map<string, OutlineLine[]>();
  for (const line of lines) {
    if (line.danger !== undefined) continue;
    const heading = `In ${line.subjects.join(', ')}`;
    const known = others.get(heading);
    if (known) known.push(lineOf(line));
    else others.set(heading, [lineOf(line)]);
  }
  return [...parts, ...costs, ...[...others].map(([heading, group]) => ({ heading, lines: group }))];
}

/** More places than these of one line are only counted. */
const MOST_PLACES = 2;

function lineOf({ item, text, danger, places }: AlikeLine): OutlineLine {
  const written = [...places].filter((place) => /:[0-9]/.test(place)).sort(compareText);
  // A value that nobody wrote has its reason; of several, they would be a line of their own.
  const shown = written.length > 0 || places.length > 1 ? written : places;
  const more = shown.length > MOST_PLACES ? ` and ${shown.length - MOST_PLACES} more` : '';
  return {
    item,
    text: danger === undefined || danger === '' ? text : `${text} (${danger})`,
    ...(shown.length === 0 ? {} : { places: `${shown.slice(0, MOST_PLACES).join(', ')}${more}` }),
  };
}

function shorten(parts: readonly OutlinePart[], most: number): Outline {
  const kept: OutlinePart[] = [];
  let room = most;
  let left = 0;
  for (const { heading, lines } of parts) {
    const shown = lines.slice(0, Math.max(room - 1, 0));
    left += lines.length - shown.length;
    if (shown.length > 0) kept.push({ heading, lines: shown });
    room -= shown.length > 0 ? shown.length + 1 : 0;
  }
  return { parts: kept, left };
}
