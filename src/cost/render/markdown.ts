import { formatPath } from '../../compiler/spec-path.ts';
import { budgetText } from '../budget.ts';
import { costChanges, totalChangeText } from '../compare.ts';
import { BOUNDS } from '../item.ts';
import { usdText } from '../money.ts';
import { isUnverified } from '../prices/price-table.ts';
import { type CostReport, sourcesOf } from '../report.ts';
import { amounts, changeText, headline, sourceText } from './text.ts';

/** For a comment or a page. What a spec or a file says stands in code, where it is neither markup nor a mention. */
export function costMarkdown(report: CostReport): string {
  const { estimate, base, budget, doubts, placeOf } = report;
  const blocks = [
    `### Monthly cost: ${code(headline(report))}`,
    list([
      ...(budget ? [code(`budget: ${budgetText(budget, placeOf)}`)] : []),
      ...doubts.map((doubt) => code(`warning: ${doubt}`)),
    ]),
    tableOf(report),
    base
      ? `Against ${code(base.label)}: ${code(totalChangeText(base.estimate, estimate))}\n\n${list(
          costChanges(base.estimate, estimate).map((change) => code(changeText(change))),
        )}`
      : '',
    estimate.because.length > 0 ? `How nodes are counted:\n\n${list(estimate.because.map(code))}` : '',
    `Prices (A price list, B one web page, C not verified, D outputs of a tool):\n\n${list(
      sourcesOf(estimate).map((source) => code(sourceText(source))),
    )}`,
    list(estimate.notes.map(code)),
  ];
  return `${blocks
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

function tableOf({ estimate: { items, totals } }: CostReport): string {
  const rows = items.map((item) => {
    const below = [
      item.formulas.expected,
      ...(item.unknown === undefined ? [] : [item.unknown]),
      ...item.because,
    ];
    const mark = item.price && isUnverified(item.price) ? ' ~' : '';
    return [
      code(formatPath(item.path)),
      code(item.what),
      ...amounts(item),
      below.map((line, index) => code(index === 0 ? `${line}${mark}` : line)).join('<br>'),
    ];
  });
  const sum = ['**sum**', '', ...BOUNDS.map((bound) => `**${usdText(totals[bound])}**`), ''];
  return [
    '| Item | What | Min | Expected | Max | How |',
    '|---|---|---:|---:|---:|---|',
    ...[...rows, sum].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** A code span that nothing inside can end, in a table too. */
function code(text: string): string {
  return `\`${text
    .replace(/[\n\r\t]/g, ' ')
    .replaceAll('`', 'ˋ')
    .replaceAll('|', '¦')}\``;
}
