import { formatPath } from '../../compiler/spec-path.ts';
import { budgetText } from '../budget.ts';
import { changeOf, costChanges, deltaText, totalChangeText } from '../compare.ts';
import { BOUNDS, type Bound, type CostItem } from '../item.ts';
import { usdText } from '../money.ts';
import { isUnverified } from '../prices/price-table.ts';
import { type CostReport, sourcesOf } from '../report.ts';

/** For a terminal: a table with the formula below each line. Every line is one line, whatever a file says. */
export function costText(report: CostReport): string {
  return `${linesOf(report).map(oneLine).join('\n')}\n`;
}

function linesOf(report: CostReport): readonly string[] {
  const { estimate, base, budget, doubts, placeOf } = report;
  return [
    headline(report),
    ...(budget ? [`budget: ${budgetText(budget, placeOf)}`] : []),
    ...doubts.map((doubt) => `warning: ${doubt}`),
    '',
    ...tableLines(report),
    ...(base ? ['', ...changeLines(report)] : []),
    ...(estimate.because.length > 0 ? ['', 'how nodes are counted:', ...indented(estimate.because)] : []),
    '',
    'prices (A price list, B one web page, C not verified, D outputs of a tool):',
    ...indented(sourcesOf(estimate).map(sourceText)),
    '',
    ...estimate.notes.map((note) => `note: ${note}`),
  ];
}

export function headline({ estimate: { environment, region, totals, unknown } }: CostReport): string {
  const missing = unknown.length;
  const without = missing === 0 ? '' : `, without ${missing} ${missing === 1 ? 'item' : 'items'}`;
  return `${environment} in ${region}: expected ${usdText(totals.expected)} USD a month (min ${usdText(totals.min)}, max ${usdText(totals.max)})${without}`;
}

export function sourceText(source: ReturnType<typeof sourcesOf>[number]): string {
  const { date = 'no day known', trust } = source;
  const letter = trust === undefined ? '' : `${trust}, `;
  return `${source.items} × ${letter}${date}: ${source.source}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** Rows of text and numbers, with the lines below each. */
interface Row {
  readonly cells: readonly [string, string, string, string, string];
  readonly below: readonly string[];
}

function tableLines({ estimate: { items, totals } }: CostReport): readonly string[] {
  const rows: Row[] = [
    { cells: ['', 'USD a month', 'min', 'expected', 'max'], below: [] },
    ...items.map((item, index): Row => {
      const isFirst = formatPath(item.path) !== formatPath(items[index - 1]?.path ?? []);
      return {
        cells: [isFirst ? formatPath(item.path) : '', item.what, ...amounts(item)],
        below: [
          `= ${item.formulas.expected}${item.price && isUnverified(item.price) ? ' ~' : ''}`,
          ...(item.unknown === undefined ? [] : [item.unknown]),
          ...item.because,
        ],
      };
    }),
    {
      cells: ['sum', '', ...BOUNDS.map((bound) => usdText(totals[bound]))] as unknown as Row['cells'],
      below: [],
    },
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map(({ cells }) => cells[column]!.length)));
  return rows.flatMap(({ cells, below }) => [
    cells
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
    ...below.map((line) => `    ${line}`),
  ]);
}

export function amounts({ amount }: CostItem): [string, string, string] {
  const text = (bound: Bound) => (amount ? usdText(amount[bound]) : '?');
  return [text('min'), text('expected'), text('max')];
}

function changeLines({ estimate, base }: CostReport): readonly string[] {
  if (!base) return [];
  const changes = costChanges(base.estimate, estimate);
  return [
    `against ${base.label}: ${totalChangeText(base.estimate, estimate)}`,
    ...changes.map((change) => `  ${changeText(change)}`),
  ];
}

/** `databases.postgres  db.r6g.large → db.r6g.xlarge  expected +164.25, max +164.25` */
export function changeText(change: ReturnType<typeof costChanges>[number]): string {
  const { path, before, after } = change;
  const [was, is] = [before?.what, after?.what];
  const what =
    was === undefined
      ? `new: ${is}`
      : is === undefined
        ? `gone: ${was}`
        : was === is
          ? was
          : `${was} → ${is}`;
  const isUnknown = [before, after].some((item) => item && !item.amount);
  const sums = BOUNDS.map((bound) => `${bound} ${deltaText(changeOf(change, bound))}`).join(', ');
  return `${formatPath(path)}  ${what}  ${isUnknown ? 'not all prices are known: ' : ''}${sums}`;
}

function oneLine(text: string): string {
  return text.replace(/[\n\r\t]/g, ' ');
}
