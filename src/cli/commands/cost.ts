import type { ResolvedSpec } from '../../compiler/compile.ts';
import { findSpan } from '../../compiler/load/find-span.ts';
import type { Model } from '../../components/registry.ts';
import { checkBudget } from '../../cost/budget.ts';
import { doubtsAbout } from '../../cost/doubts.ts';
import type { Estimate } from '../../cost/estimate.ts';
import type { PriceTable } from '../../cost/prices/price-table.ts';
import { costValue } from '../../cost/render/json.ts';
import { costMarkdown } from '../../cost/render/markdown.ts';
import { costText } from '../../cost/render/text.ts';
import type { CostReport } from '../../cost/report.ts';
import type { CliContext, Command, Invocation } from '../command.ts';
import { openCostBase } from '../cost/cost-base.ts';
import { estimateOf } from '../cost/estimate-of.ts';
import { readPrices } from '../cost/read-prices.ts';
import { compileEnvironments } from '../environments.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { report } from '../report.ts';
import { safeJson } from '../reporters/safe-json.ts';
import { sanitize } from '../sanitize.ts';

export const costCommand: Command = {
  name: 'cost',
  summary:
    'Say what a month costs at least, as expected and at most, item by item, and hold it to the budget',
  parameters: 'ENV',
  minParameters: 1,
  maxParameters: 1,
  options: {
    base: {
      type: 'string',
      value: 'REF|DIR',
      summary:
        'what changed since a commit of git (A...B for where they parted), or against another project folder',
    },
    prices: {
      type: 'string',
      value: 'FILE',
      summary: 'a table of prices in the place of the built-in one (docs/cost.md)',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'markdown', 'json'],
      summary: 'for a terminal (default), for a comment, or for tools',
    },
  },
  examples: [
    'elastiform cost prod',
    'elastiform cost prod --base origin/main...HEAD --format markdown',
    'elastiform cost prod --prices prices.json --format json',
  ],
  async run(invocation, context) {
    const prices = readPrices(invocation.option('prices'), context);
    const compiled = compileEnvironments(invocation.parameters, context);
    const [spec] = compiled.resolved;
    const errors = compiled.located.filter(({ diagnostic }) => diagnostic.severity === 'error');
    if (!spec || errors.length > 0) {
      report({ located: errors, texts: compiled.texts }, context);
      return EXIT.findings;
    }
    const base = await estimateOfBase(invocation, spec.model.environment, prices, context);
    if (typeof base === 'number') return base;
    const { estimate, addressOf } = await estimateOf(spec, prices, context);
    const budget = checkBudget(modelOf(spec), estimate);
    const shown: CostReport = {
      estimate,
      ...(base ? { base } : {}),
      ...(budget ? { budget } : {}),
      doubts: doubtsAbout(estimate, context.today),
      placeOf(path) {
        const { file, start } = findSpan(spec.document, { path });
        return `${file}:${start.line}`;
      },
      addressOf,
    };
    print(shown, invocation, context);
    return budget?.isAbove ? EXIT.findings : EXIT.success;
  },
};

/** @returns nothing without `--base`; an exit code after saying why there is nothing to compare with */
async function estimateOfBase(
  invocation: Invocation,
  environment: string,
  prices: PriceTable,
  context: CliContext,
): Promise<{ readonly label: string; readonly estimate: Estimate | undefined } | ExitCode | undefined> {
  const written = invocation.option('base');
  if (written === undefined) return undefined;
  const base = openCostBase(written, context);
  if (typeof base === 'number') return base;
  const { label, version } = base;
  const was = version?.environments.get(environment);
  if (!was) return { label, estimate: undefined };
  const errors = 'errors' in was ? was.errors : (version?.faulty.get(environment) ?? 0);
  if ('errors' in was || errors > 0) {
    context.output.say(`${environment} has ${errors} ${errors === 1 ? 'error' : 'errors'} at ${label}`);
    return EXIT.findings;
  }
  return { label, estimate: (await estimateOf(was, prices, context)).estimate };
}

/** The knowledge that made it is the registry's, whose model this is. */
function modelOf({ model }: ResolvedSpec): Model {
  return model as unknown as Model;
}

function print(shown: CostReport, invocation: Invocation, { output }: CliContext): void {
  const format = invocation.option('format');
  if (format === 'json') output.data(safeJson(costValue(shown)));
  else output.data(sanitize((format === 'markdown' ? costMarkdown : costText)(shown)));
}
