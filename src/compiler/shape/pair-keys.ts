import { nearWords } from '../../util/did-you-mean.ts';
import type { Field } from '../language/field.ts';
import { pathKey } from '../spec-path.ts';
import type { PlaceProblems } from './place-problems.ts';
import { whereKeyBelongs } from './where-key-belongs.ts';

/** Pairs of an unknown key and the missing one that it was meant to be: `instanceType`, `instanceTypes`. */
export type Pairs = ReadonlyMap<string, string>;

/** Nobody misspells so many; more would only cost time. */
const MOST_COMPARED = 1000;

/** Pairs the keys of one map, each missing key with at most one unknown one. */
export function pairKeys({ unknown, missing, subject }: PlaceProblems): Pairs {
  const pairs = new Map<string, string>();
  const { form } = subject.field;
  if (form.kind !== 'section' || missing.size === 0 || unknown.size === 0) return pairs;
  const known = Object.keys(form.fields);
  const unpaired = new Set(missing);
  let compared = 0;
  for (const key of unknown) {
    compared += 1;
    if (unpaired.size === 0 || compared > MOST_COMPARED) break;
    const [nearest] = nearWords(key, unpaired);
    if (!nearest) continue;
    // "Min_Size" is minSize and nothing else, even if the similar "maxSize" is missing.
    if (nearest.distance > 0 && nearWords(key, known)[0]?.distance === 0) continue;
    pairs.set(key, nearest.word);
    unpaired.delete(nearest.word);
  }
  // Terraform says more, `instance_class` for class and `min_size` for min, and people say less, `max` for maxReplicas.
  for (const key of [...unknown].slice(0, MOST_COMPARED)) {
    const within = [...unpaired].find((word) => isPartOf(word, key));
    if (within === undefined || pairs.has(key)) continue;
    // `min_owner` is minOwner, even if min is missing.
    if (nearWords(key, known)[0]?.distance === 0) continue;
    pairs.set(key, within);
    unpaired.delete(within);
  }
  return pairs;
}

/** Whether one of two keys is the last or the first words of the other. */
function isPartOf(word: string, key: string): boolean {
  if (key.length > LONGEST_KEY) return false;
  const [known, written] = [wordsOf(word), wordsOf(key)];
  return (
    written.endsWith(known) ||
    known.endsWith(written) ||
    `${known}_`.startsWith(`${written}_`) ||
    `${written}_`.startsWith(`${known}_`)
  );
}

/** `_instance_class` for `instanceClass` and `instance-class`. */
function wordsOf(key: string): string {
  return `_${key.replace(/[A-Z]/g, '_$&').replace(/[^A-Za-z0-9]+/g, '_')}`.toLowerCase();
}

const LONGEST_KEY = 64;

/**
 * The keys that are missing because they were written into a wrong map: `minReplicas` in the workload
 * instead of in its `autoscaling` is one mistake, which is reported where the key stands.
 *
 * @returns keys of paths
 */
export function misplacedPaths(problems: readonly PlaceProblems[], language: Field): ReadonlySet<string> {
  const misplaced = new Set<string>();
  if (!problems.some(({ missing }) => missing.size > 0)) return misplaced;
  let compared = 0;
  for (const { subject, unknown } of problems) {
    for (const key of unknown) {
      compared += 1;
      if (compared > MOST_COMPARED) return misplaced;
      for (const home of whereKeyBelongs(language, subject.path, key)) {
        // The key is missing at its home, or the home itself is missing.
        const path = [...home, key];
        for (let length = path.length; length > 0; length -= 1) misplaced.add(pathKey(path.slice(0, length)));
      }
    }
  }
  return misplaced;
}
