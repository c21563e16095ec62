import { zoneTable } from './zone-table.ts';

/**
 * Time zones from the data that Node brings with it (ICU). The machine's own zone and clock are never read.
 * Instants are whole minutes since 1970-01-01T00:00Z; local times are counted the same way on the local clock.
 */

/** A moment at which the clocks of a zone change. */
export interface ClockChange {
  readonly at: number;
  /** Minutes east of UTC. */
  readonly before: number;
  readonly after: number;
}

/** When a local time is: usually once, but not at all in the gap of a change, and twice where clocks go back. */
export type LocalInstant =
  | { readonly kind: 'once'; readonly at: number }
  | { readonly kind: 'skipped'; readonly change: ClockChange }
  | { readonly kind: 'twice'; readonly at: number; readonly again: number; readonly change: ClockChange };

/** The clock of one zone between two instants. */
export class ZoneClock {
  readonly changes: readonly ClockChange[];
  readonly #first: number;

  /** @param zone a name that {@link zoneProblem} has nothing against */
  constructor(zone: string, from: number, to: number) {
    const known = knownClock(zone, from, to);
    this.#first = known?.first ?? offsetOf(zone, from);
    this.changes = known?.changes ?? changesOf(zone, from, to);
  }

  /** Minutes east of UTC; at the moment of a change already the new ones. */
  offsetAt(instant: number): number {
    let offset = this.#first;
    for (const { at, after } of this.changes) {
      if (at > instant) break;
      offset = after;
    }
    return offset;
  }

  instantOf(local: number): LocalInstant {
    for (const change of this.changes) {
      const { at, before, after } = change;
      if (local >= at + before && local < at + after) return { kind: 'skipped', change };
      if (local >= at + after && local < at + before) {
        return { kind: 'twice', at: local - before, again: local - after, change };
      }
    }
    let offset = this.#first;
    for (const { at, after } of this.changes) if (local >= at + after) offset = after;
    return { kind: 'once', at: local - offset };
  }
}

/** What is wrong with the name of a zone, and what to write instead. */
export type ZoneProblem = { readonly problem: string; readonly better?: string };

/**
 * Only names of places and UTC: abbreviations know no daylight saving, `Etc/GMT+5` is five hours *behind* UTC,
 * and old names such as `US/Eastern` are not in every copy of the data.
 */
export function zoneProblem(name: string): ZoneProblem | undefined {
  if (name === 'UTC' || name === 'Etc/UTC' || canonicalNames().has(name)) return undefined;
  const resolved = resolvedName(name);
  if (resolved === undefined) return { problem: 'is no time zone' };
  const better = resolved === 'UTC' ? 'UTC' : resolved;
  if (!name.includes('/')) {
    return { problem: 'is an abbreviation or an old name', better: ABBREVIATIONS[name] ?? better };
  }
  if (name.startsWith('Etc/')) return { problem: 'is an offset from UTC with the sign turned round' };
  if (better.toLowerCase() === name.toLowerCase())
    return { problem: 'has letters in the wrong case', better };
  // Names that changed, such as Asia/Kolkata, are known to ICU by their old spelling; both are right.
  if (AREAS.has(name.split('/')[0] ?? '') && CAPITALS.test(name)) return undefined;
  return { problem: 'is an old name', better };
}

/** Canonical names, for "did you mean". */
export function zoneNames(): readonly string[] {
  return [...canonicalNames(), 'UTC'];
}

let canonical: ReadonlySet<string> | undefined;

function canonicalNames(): ReadonlySet<string> {
  const table = zoneTable();
  canonical ??= new Set(table ? Object.keys(table.zones) : canonicalZones());
  return canonical;
}

/** As Node has them. */
export function canonicalZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone').filter((name) => !name.startsWith('Etc/'));
}

/** What the abbreviations usually mean; ICU says America/Panama for EST, because it has no daylight saving. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  EST: 'America/New_York',
  EDT: 'America/New_York',
  MST: 'America/Denver',
  HST: 'Pacific/Honolulu',
  CET: 'Europe/Berlin',
  EET: 'Europe/Helsinki',
  MET: 'Europe/Berlin',
  WET: 'Europe/Lisbon',
};

const AREAS = new Set([
  'Africa',
  'America',
  'Antarctica',
  'Asia',
  'Atlantic',
  'Australia',
  'Europe',
  'Indian',
  'Pacific',
]);

/** The data is a folder of files for the Go programs that read the name, and its letters count. */
const CAPITALS = /^[A-Z][a-z]+(?:[/_-][A-Z][a-z]+|_of_[A-Z][a-z]+|_es_[A-Z][a-z]+){1,6}$/;

function resolvedName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Without a look into the data: of UTC, and from the table of the bundle as far as it reaches. */
function knownClock(
  zone: string,
  from: number,
  to: number,
): { readonly first: number; readonly changes: readonly ClockChange[] } | undefined {
  if (zone === 'UTC') return { first: 0, changes: [] };
  const table = zoneTable();
  if (!table || from < table.from || to > table.to || !Object.hasOwn(table.zones, zone)) return undefined;
  const [atFirst = 0, ...rest] = table.clocks[table.zones[zone]!]!;
  let first = atFirst;
  let before = atFirst;
  const changes: ClockChange[] = [];
  for (let index = 0; index < rest.length; index += 2) {
    const [at, after] = [rest[index]!, rest[index + 1]!];
    if (at <= from) first = after;
    else if (at <= to) changes.push({ at, before, after });
    before = after;
  }
  return { first, changes };
}

/** No zone has two changes within this time (Morocco's are a month apart). */
const STEP = 7 * 1440;

function changesOf(zone: string, from: number, to: number): ClockChange[] {
  const changes: ClockChange[] = [];
  let before = offsetOf(zone, from);
  for (let start = from; start < to; start += STEP) {
    const end = Math.min(start + STEP, to);
    const after = offsetOf(zone, end);
    if (after === before) continue;
    changes.push({ at: changeBetween(zone, start, end, before), before, after });
    before = after;
  }
  return changes;
}

/** The first minute with another offset. */
function changeBetween(zone: string, start: number, end: number, before: number): number {
  let low = start;
  let high = end;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetOf(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetOf(zone: string, instant: number): number {
  const parts = formatOf(zone).formatToParts(instant * 60_000);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return local / 60_000 - instant;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
