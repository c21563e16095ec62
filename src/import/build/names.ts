import type { Note } from '../note.ts';

const LONGEST_KEY = 40;

/** Keys of one kind of items: legal, readable, and no two alike. */
export class Keys {
  readonly #taken = new Set<string>();
  readonly #notes: Note[];
  readonly #place: string;
  readonly #subjects: Map<string, string>;

  /** @param place dotted path of the items; under it and the key, `subjects` then tells what an item is */
  constructor(notes: Note[], place: string, subjects: Map<string, string>) {
    this.#notes = notes;
    this.#place = place;
    this.#subjects = subjects;
  }

  /** @param subject for the note where the key cannot be the name. */
  keyFor(name: string, subject: string): string {
    const wanted = legalKey(name);
    const key = this.#free(wanted);
    this.#taken.add(key);
    this.#subjects.set(`${this.#place}.${key}`, subject);
    if (key !== wanted) {
      const text = `its key is ${key}, because another item is called ${wanted}`;
      this.#notes.push({ kind: 'told', subject, text });
    }
    return key;
  }

  #free(wanted: string): string {
    if (!this.#taken.has(wanted)) return wanted;
    for (let number = 2; ; number += 1) {
      const suffix = `-${number}`;
      const key = `${wanted.slice(0, LONGEST_KEY - suffix.length).replace(/-+$/, '')}${suffix}`;
      if (!this.#taken.has(key)) return key;
    }
  }
}

/** Lower case words joined by single hyphens, starting with a letter. */
export function legalKey(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
  const key = /^[a-z]/.test(words) ? words : `x-${words}`;
  return key.slice(0, LONGEST_KEY).replace(/-+$/, '');
}

/** `prod-postgres` in prod is `postgres`. */
export function withoutPrefix(name: string, prefix: string): string {
  return name.startsWith(`${prefix}-`) && name.length > prefix.length + 1
    ? name.slice(prefix.length + 1)
    : name;
}

/** Names for the ids of security groups: one for each id, shared by all who use it. */
export class SecurityGroups {
  readonly names = new Map<string, string>();

  /** @param wanted name of the first; what the language takes when nothing is said */
  namesFor(ids: readonly string[], wanted: string): string[] {
    return [...new Set(ids)].sort().map((id) => {
      const known = this.names.get(id);
      if (known !== undefined) return known;
      const taken = new Set(this.names.values());
      let name = wanted;
      for (let number = 2; taken.has(name); number += 1) name = `${wanted.slice(0, 36)}-${number}`;
      this.names.set(id, name);
      return name;
    });
  }
}
