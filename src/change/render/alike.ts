import { compareText } from '../../util/compare.ts';
import type { Difference, DifferenceLine, DifferentItem } from '../difference.ts';

/** One sentence that holds for one or more subjects alike. */
export interface AlikeLine {
  readonly subjects: readonly string[];
  readonly item: string;
  readonly text: string;
  readonly danger?: string;
  /** Where it was written, in the order of the subjects, each once. */
  readonly places: readonly string[];
}

/** What several subjects have in common is said once. Dangerous lines come first, then those of most subjects. */
export function alikeLines(differences: readonly Difference[]): readonly AlikeLine[] {
  const lines = new Map<
    string,
    { subjects: string[]; places: Set<string>; line: Omit<AlikeLine, 'subjects' | 'places'> }
  >();
  for (const { subject, kind, items } of differences) {
    // Of a subject that is gone, its note says enough.
    if (kind === 'removed') continue;
    for (const { line, places } of items.flatMap(sentencesOf)) {
      const key = JSON.stringify(line);
      const known = lines.get(key);
      if (!known) lines.set(key, { subjects: [subject], places: new Set(places), line });
      else {
        if (!known.subjects.includes(subject)) known.subjects.push(subject);
        for (const place of places) known.places.add(place);
      }
    }
  }
  return [...lines.values()]
    .map(({ subjects, places, line }) => ({ ...line, subjects, places: [...places] }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.subjects.length - a.subjects.length ||
        compareText(a.subjects.join(), b.subjects.join()),
    );
}

function rank({ danger }: AlikeLine): number {
  return danger === undefined ? 1 : 0;
}

type Sentence = { readonly line: Omit<AlikeLine, 'subjects' | 'places'>; readonly places: readonly string[] };

function sentencesOf({ name, kind, previous, danger, lines }: DifferentItem): readonly Sentence[] {
  if (kind === 'changed') return lines.map((line) => sentence(name, line));
  if (kind === 'renamed') {
    const text = `was ${previous}${danger === undefined ? '' : `: ${danger}`}`;
    const line = { item: name, text, ...(danger === undefined ? {} : { danger: '' }) };
    return [{ line, places: [] }, ...lines.map((one) => sentence(name, one))];
  }
  const [first] = lines;
  const word = kind === 'added' ? 'new' : 'gone';
  const said = lines.map(({ text }) => text).join('; ');
  const text = danger ?? said;
  return [
    {
      line: {
        item: name,
        text: text === '' ? word : `${word}: ${text}`,
        ...(danger === undefined ? {} : { danger: '' }),
      },
      places: first ? placesOf(lines.flatMap(({ values }) => values).slice(0, 1)) : [],
    },
  ];
}

function sentence(item: string, { text, danger, values }: DifferenceLine): Sentence {
  return {
    line: { item, text, ...(danger === undefined ? {} : { danger }) },
    places: placesOf(values),
  };
}

function placesOf(values: DifferenceLine['values']): readonly string[] {
  return [...new Set(values.map(({ place }) => place))];
}
