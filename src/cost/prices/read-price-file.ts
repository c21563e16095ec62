import { parseDate } from '../../util/calendar/date.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { microUsd } from '../money.ts';
import type { Price, PriceTable, Trust } from './price-table.ts';
import { SECTION_NAMES, SECTIONS, type Section } from './sections.ts';

/** What is wrong with a file of prices: `prices.us-east-1.ec2.m6i.large is "0.09", and a price is a number`. */
export type PriceProblems = { readonly problems: readonly string[] };

type Plain = Readonly<Record<string, unknown>>;
interface Origin {
  readonly source: string;
  readonly date?: string;
  readonly trust?: Trust;
}

/**
 * A table of prices from parsed JSON, in the form of docs/cost.md.
 *
 * @param label what sentences call it: the path of the file
 */
export function readPriceFile(label: string, json: unknown): PriceTable | PriceProblems {
  const reader = new Reader();
  const table = reader.read(label, json);
  return reader.problems.length > 0 ? { problems: reader.problems } : table;
}

class Reader {
  readonly problems: string[] = [];
  #sources: ReadonlyMap<string, Origin> = new Map();

  read(label: string, json: unknown): PriceTable {
    const file = this.#object(json, 'the file');
    this.#known(file, ['$schema', 'formatVersion', 'source', 'date', 'trust', 'sources', 'prices'], '');
    if (file['formatVersion'] !== 1) this.#say(`formatVersion is ${shown(file['formatVersion'])}, and not 1`);
    const origin = this.#origin(file, '', 'dated');
    const sources = file['sources'] === undefined ? {} : this.#object(file['sources'], 'sources');
    this.#sources = new Map(
      Object.entries(sources).map(([name, value]) => {
        const at = `sources.${name}`;
        const source = this.#object(value, at);
        this.#known(source, ['source', 'date', 'trust'], `${at}.`);
        return [name, this.#origin(source, `${at}.`, 'perhaps undated')];
      }),
    );
    const regions = Object.entries(this.#object(file['prices'], 'prices')).map(
      ([region, sections]) => [region, this.#region(`prices.${region}`, sections, origin)] as const,
    );
    return { label, regions: new Map(regions) };
  }

  #region(at: string, value: unknown, origin: Origin): ReadonlyMap<Section, ReadonlyMap<string, Price>> {
    const sections = this.#object(value, at);
    this.#known(sections, SECTION_NAMES, `${at}.`);
    return new Map(
      SECTION_NAMES.flatMap((section) =>
        sections[section] === undefined
          ? []
          : [[section, this.#section(`${at}.${section}`, section, sections[section], origin)] as const],
      ),
    );
  }

  #section(at: string, section: Section, value: unknown, origin: Origin): ReadonlyMap<string, Price> {
    const rows = Object.entries(this.#object(value, at));
    return new Map(
      rows.map(([name, row]) => {
        const isPlain = typeof row !== 'object' || row === null;
        const fields = isPlain ? { usd: row } : this.#object(row, `${at}.${name}`);
        this.#known(fields, ['usd', 'source'], `${at}.${name}.`);
        const usd = this.#price(isPlain ? `${at}.${name}` : `${at}.${name}.usd`, fields['usd']);
        const source = this.#source(`${at}.${name}.source`, fields['source']) ?? origin;
        return [name, { usd, unit: SECTIONS[section], ...source }];
      }),
    );
  }

  #price(at: string, usd: unknown): number {
    if (typeof usd !== 'number') this.#say(`${at} is ${shown(usd)}, and a price is a number of dollars`);
    else if (!(usd >= 0 && usd <= MOST_USD)) this.#say(`${at} is ${usd}, and a price is 0 to ${MOST_USD}`);
    // What is left of a decimal number in floating point is far below this.
    else if (Math.abs(usd * 1e6 - microUsd(usd)) > 1e-3)
      this.#say(`${at} is ${usd}, and a price has at most six decimals`);
    else return microUsd(usd);
    return 0;
  }

  #source(at: string, name: unknown): Origin | undefined {
    if (name === undefined) return undefined;
    const found = typeof name === 'string' ? this.#sources.get(name) : undefined;
    if (!found) this.#say(`${at} is ${shown(name)}, which is no name in sources`);
    return found;
  }

  #origin(fields: Plain, at: string, dating: 'dated' | 'perhaps undated'): Origin {
    const { source, date, trust } = fields as { source?: unknown; date?: unknown; trust?: unknown };
    if (typeof source !== 'string' || source.trim() === '')
      this.#say(`${at}source is ${shown(source)}, and says in words where the prices come from`);
    const isDay = typeof date === 'string' && parseDate(date) !== undefined;
    if (!isDay && (date !== undefined || dating === 'dated'))
      this.#say(`${at}date is ${shown(date)}, and is a day such as "2026-11-27"`);
    const isTrust = typeof trust === 'string' && /^[A-D]$/.test(trust);
    if (!isTrust && trust !== undefined) this.#say(`${at}trust is ${shown(trust)}, and is A, B, C or D`);
    return {
      source: String(source),
      ...(isDay ? { date } : {}),
      ...(isTrust ? { trust: trust as Trust } : {}),
    };
  }

  #object(value: unknown, at: string): Plain {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Plain;
    this.#say(`${at} is ${shown(value)}, and ought to be an object`);
    return {};
  }

  #known(fields: Plain, names: readonly string[], at: string): void {
    for (const name of Object.keys(fields)) {
      if (names.includes(name)) continue;
      const [near] = didYouMean(name, names);
      this.#say(
        `${at}${name} is no key of a price table${near === undefined ? '' : `; did you mean ${near}?`}`,
      );
    }
  }

  /** Twenty mistakes are enough for one reading. */
  #say(problem: string): void {
    if (this.problems.length < 20) this.problems.push(problem);
  }
}

/** An hour of the dearest instance is below it by far. */
const MOST_USD = 100_000;

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
