import type { Refreshed } from './refresh.ts';

/** What a refresh has done, a line for each kind of change. */
export function reportOf({ name, added, changed, kept, incomplete }: Refreshed): string {
  const lines = [
    ...(added.length > 0 ? [`  new: ${few(added)}`] : []),
    ...(changed.length > 0 ? [`  changed: ${few(changed)}`] : []),
    ...(kept > 0 ? [`  kept, in no file: ${kept}`] : []),
    ...(incomplete.length > 0 ? [`  left out, too little is known: ${few(incomplete)}`] : []),
  ];
  const counts = `${added.length} new, ${changed.length} changed`;
  return [`${name}: ${counts}`, ...lines].join('\n');
}

const MOST = 20;

function few(names: readonly string[]): string {
  const more = names.length - MOST;
  return more > 0 ? `${names.slice(0, MOST).join(', ')} and ${more} more` : names.join(', ');
}
