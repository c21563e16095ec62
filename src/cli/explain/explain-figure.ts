import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { Model } from '../../components/registry.ts';
import { costFiguresOf } from '../../cost/figures.ts';
import { builtInPrices } from '../../cost/prices/built-in-prices.ts';
import { figuresOf } from '../../projection/figures.ts';
import type { Projected } from '../../projection/projected.ts';
import { figureJson } from '../../projection/render/json.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { CliContext } from '../command.ts';
import { estimateOf } from '../cost/estimate-of.ts';
import { compileEnvironments } from '../environments.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failureCode, hasErrors, report } from '../report.ts';
import { safeJson } from '../reporters/safe-json.ts';
import { sanitize } from '../sanitize.ts';
import { UsageError } from '../usage-error.ts';
import { costFigureJson, costFigureText } from './cost-figure.ts';
import { inputLines, inputsOf } from './input-values.ts';

/**
 * Explains a number of the projection or of the cost in one environment, or in all that have it: its formula, and where
 * its values are.
 */
export async function explainFigure(
  environment: string | undefined,
  id: string,
  isJson: boolean,
  context: CliContext,
): Promise<ExitCode> {
  const compiled = compileEnvironments(environment === undefined ? [] : [environment], context);
  if (hasErrors(compiled)) {
    report(compiled, context);
    return failureCode(compiled);
  }
  const known = new Set<string>();
  const found: Explained[] = [];
  for (const spec of compiled.resolved) {
    const { ids, explained } = isCost(id) ? await costOf(id, spec, context) : capacityOf(id, spec, context);
    for (const other of ids) known.add(other);
    if (explained) found.push(explained);
  }
  if (found.length === 0) throw unknown(id, environment, known);
  context.output.data(
    isJson
      ? safeJson({ formatVersion: 1, figures: found.map(({ json }) => json) })
      : sanitize(found.map(({ text }) => text).join('\n')),
  );
  return EXIT.success;
}

function isCost(id: string): boolean {
  return id.startsWith('cost.');
}

interface Explained {
  readonly text: string;
  readonly json: unknown;
}

interface Looked {
  /** All that there are. */
  readonly ids: Iterable<string>;
  readonly explained: Explained | undefined;
}

function capacityOf(id: string, spec: ResolvedSpec, { knowledge }: CliContext): Looked {
  const figures = figuresOf(spec.model as Model, knowledge.catalog, monthsOf(id));
  const figure = figures.get(id);
  return {
    ids: figures.keys(),
    explained: figure && { text: asText(id, spec, figure), json: asJson(id, spec, figure) },
  };
}

async function costOf(id: string, spec: ResolvedSpec, context: CliContext): Promise<Looked> {
  const { estimate } = await estimateOf(spec, builtInPrices(), context);
  const figures = costFiguresOf(estimate);
  const figure = figures.get(id);
  return {
    ids: figures.keys(),
    explained: figure && { text: costFigureText(id, spec, figure), json: costFigureJson(id, spec, figure) },
  };
}

/** A month that is in no table unless it is asked for: `capacity.7mo.…`. */
function monthsOf(id: string): number | undefined {
  const months = Number(/^capacity\.([0-9]{1,3})mo\./.exec(id)?.[1] ?? 0);
  return months >= 1 && months <= 120 ? months : undefined;
}

function asText(id: string, spec: ResolvedSpec, { text, unit, formula, inputs }: Projected): string {
  return [
    `${spec.model.environment}: ${id} is ${text} (${unit})`,
    '',
    `  ${formula}`,
    '',
    'It is made from:',
    ...inputLines(spec, inputs),
    '',
  ].join('\n');
}

function asJson(id: string, spec: ResolvedSpec, figure: Projected): unknown {
  return {
    environment: spec.model.environment,
    id,
    ...(figureJson(figure) as object),
    inputs: inputsOf(spec, figure.inputs),
  };
}

function unknown(id: string, environment: string | undefined, known: ReadonlySet<string>): UsageError {
  const near = didYouMean(id, known);
  const where = environment ?? 'any environment';
  const nothing = isCost(id)
    ? `elastiform cost ${environment ?? 'ENV'} lists what costs something; write cost.<path>.expected`
    : known.size === 0
      ? 'write traffic into the spec; capacity follows from it'
      : `elastiform capacity ${environment ?? 'ENV'} --format json lists every figure`;
  const help = near.length > 0 ? `did you mean ${near.join(' or ')}?` : nothing;
  return new UsageError(`there is no figure ${id.slice(0, 200)} in ${where}`, help);
}
