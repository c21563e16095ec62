import type { Subject, Subjects } from './subject.ts';
import type { SchemaError } from './validator.ts';

/** All that the validator says about one place. One mistake often breaks several keywords at once. */
export interface PlaceProblems {
  readonly subject: Subject;
  /** Whether the value itself is wrong in any way, by its type, or by items that stand in it twice. */
  readonly isWrong: boolean;
  readonly isWrongType: boolean;
  readonly hasRepetitions: boolean;
  /** Keys of the map that the language does not have, is without, and cannot take as names. */
  readonly unknown: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly badNames: ReadonlySet<string>;
}

export function groupByPlace(errors: readonly SchemaError[], subjects: Subjects): readonly PlaceProblems[] {
  const places = new Map<string, Place>();
  for (const { instancePath, keyword, params, propertyName } of errors) {
    // What exactly is wrong with a name is said once more for the map, as an error of `propertyNames`.
    if (propertyName !== undefined) continue;
    let place = places.get(instancePath);
    if (!place) {
      place = new Place(subjects(instancePath));
      places.set(instancePath, place);
    }
    if (keyword === 'additionalProperties') place.add('unknown', params['additionalProperty']);
    else if (keyword === 'required') place.add('missing', params['missingProperty']);
    else if (keyword === 'propertyNames') place.add('badNames', params['propertyName']);
    else if (keyword === 'uniqueItems') place.hasRepetitions = true;
    else place.isWrong = true;
    if (keyword === 'type') place.isWrongType = true;
  }
  return [...places.values()];
}

/** Shared by all places without such keys: 90,000 places would otherwise make 270,000 sets. */
const NONE: ReadonlySet<string> = new Set();

class Place implements PlaceProblems {
  readonly subject: Subject;
  isWrong = false;
  isWrongType = false;
  hasRepetitions = false;
  unknown = NONE;
  missing = NONE;
  badNames = NONE;

  constructor(subject: Subject) {
    this.subject = subject;
  }

  add(kind: 'unknown' | 'missing' | 'badNames', key: string): void {
    if (this[kind] === NONE) this[kind] = new Set();
    (this[kind] as Set<string>).add(key);
  }
}
