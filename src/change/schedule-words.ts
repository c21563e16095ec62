import type { Model } from '../components/registry.ts';
import type { Phrase } from './phrase.ts';

type Schedule = Model['schedules'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** A window as a whole, where it comes or goes, and otherwise what becomes of its floors. */
export function scheduleWords(before: Schedule | undefined, after: Schedule | undefined): readonly Phrase[] {
  const only = before && after ? undefined : (before ?? after);
  if (!only) return [];
  const days = only.days.length === 7 ? 'every day' : only.days.join(', ');
  const floors = [...only.floors].map(([target, count]) => `${target} at least ${count}`).join(', ');
  return [{ text: `${only.window} ${only.timezone}, ${days}: ${floors}`, tells: [] }];
}
