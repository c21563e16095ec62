/** A table as its data file has it. */
export interface TableData {
  readonly source: string;
  readonly date: string;
  readonly rows: Readonly<Record<string, object>>;
}

const LINE_WIDTH = 110;

/**
 * The text of a data file: one row a line where it fits, so that a diff names what changed. Rows are sorted by name,
 * numbers in it by their value (`m5.2xlarge` before `m5.12xlarge`), keys stay in the order of the fields.
 */
export function printTable({ source, date, rows }: TableData): string {
  const sorted = Object.entries(rows).sort(([a], [b]) => compareNames(a, b));
  const lines = sorted.map(([name, row]) => `    ${JSON.stringify(name)}: ${print(row, 4, name.length + 4)}`);
  return `{
  "source": ${JSON.stringify(source)},
  "date": ${JSON.stringify(date)},
  "rows": {
${lines.join(',\n')}
  }
}
`;
}

/** By words, and numbers in them by value. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => name.match(/[0-9]+|[^0-9]+/g) ?? []);
  for (let index = 0; ; index += 1) {
    const [x, y] = [left?.[index], right?.[index]];
    if (x === undefined || y === undefined) return (x === undefined ? 0 : 1) - (y === undefined ? 0 : 1);
    if (x === y) continue;
    const difference = Number(x) - Number(y);
    return Number.isNaN(difference) ? (x < y ? -1 : 1) : difference || (x < y ? -1 : 1);
  }
}

/** As Biome formats it, so that `npm run fix` changes nothing. @param before what stands on the line already */
function print(value: unknown, indent: number, before: number): string {
  const short = printShort(value);
  // One more for the comma.
  if (typeof value !== 'object' || value === null || indent + before + short.length + 1 <= LINE_WIDTH)
    return short;
  const inner = ' '.repeat(indent + 2);
  const parts = Array.isArray(value)
    ? value.map((item) => print(item, indent + 2, 0))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${print(item, indent + 2, key.length + 4)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function printShort(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printShort).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printShort(item)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
