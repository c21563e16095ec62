import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { figuresOf } from '../../projection/figures.ts';
import type { Projected } from '../../projection/projected.ts';
import { figureJson } from '../../projection/render/json.ts';
import { perMinute } from '../../traffic/per-minute.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { placesIn } from '../capacity/places.ts';
import type { CliContext } from '../command.ts';
import { compileEnvironments } from '../environments.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { failureCode, hasErrors, report } from '../report.ts';
import { safeJson } from '../reporters/safe-json.ts';
import { sanitize } from '../sanitize.ts';
import { leafAt } from '../scale/notes.ts';
import { UsageError } from '../usage-error.ts';

/** Explains a number of the projection in one environment, or in all that have it: its formula, and where its values are. */
export function explainFigure(
  environment: string | undefined,
  id: string,
  isJson: boolean,
  context: CliContext,
): ExitCode {
  const compiled = compileEnvironments(environment === undefined ? [] : [environment], context);
  if (hasErrors(compiled)) {
    report(compiled, context);
    return failureCode(compiled);
  }
  const known = new Set<string>();
  const found = compiled.resolved.flatMap((spec) => {
    const figures = figuresOf(spec.model as Model, context.knowledge.catalog, monthsOf(id));
    for (const other of figures.keys()) known.add(other);
    const figure = figures.get(id);
    return figure ? [{ spec, figure }] : [];
  });
  if (found.length === 0) throw unknown(id, environment, known);
  context.output.data(
    isJson
      ? safeJson({ formatVersion: 1, figures: found.map(({ spec, figure }) => asJson(id, spec, figure)) })
      : sanitize(found.map(({ spec, figure }) => asText(id, spec, figure)).join('\n')),
  );
  return EXIT.success;
}

/** A month that is in no table unless it is asked for: `capacity.7mo.…`. */
function monthsOf(id: string): number | undefined {
  const months = Number(/^capacity\.([0-9]{1,3})mo\./.exec(id)?.[1] ?? 0);
  return months >= 1 && months <= 120 ? months : undefined;
}

function asText(id: string, spec: ResolvedSpec, { text, unit, formula, inputs }: Projected): string {
  const lines = inputs.map(
    (path) => [formatPath(path), valueAt(spec, path), placesIn(spec).text(path)] as const,
  );
  const widths = [0, 1].map((column) => Math.max(0, ...lines.map((line) => line[column]!.length)));
  return [
    `${spec.model.environment}: ${id} is ${text} (${unit})`,
    '',
    `  ${formula}`,
    '',
    'It is made from:',
    ...lines.map(
      ([path, value, place]) => `  ${path.padEnd(widths[0]!)}  ${value.padEnd(widths[1]!)}  ${place}`,
    ),
    '',
  ].join('\n');
}

function asJson(id: string, spec: ResolvedSpec, figure: Projected): unknown {
  const { text: placeOf } = placesIn(spec);
  return {
    environment: spec.model.environment,
    id,
    ...(figureJson(figure) as object),
    inputs: figure.inputs.map((path) => ({
      path: formatPath(path),
      value: valueAt(spec, path),
      place: placeOf(path),
    })),
  };
}

/** As a person would write it. */
function valueAt({ cells }: ResolvedSpec, path: SpecPath): string {
  const { written, value } = leafAt(cells, path) ?? {};
  // The spec may say requests per second; the formula has minutes.
  if (typeof value === 'number' && /(?:rps|\/min)$/.test(String(written))) return perMinute(value);
  return written === undefined ? '–' : Array.isArray(written) ? written.join(', ') : String(written);
}

function unknown(id: string, environment: string | undefined, known: ReadonlySet<string>): UsageError {
  const near = didYouMean(id, known);
  const where = environment ?? 'any environment';
  const help =
    known.size === 0
      ? 'write traffic into the spec; capacity follows from it'
      : near.length > 0
        ? `did you mean ${near.join(' or ')}?`
        : `elastiform capacity ${environment ?? 'ENV'} --format json lists every figure`;
  return new UsageError(`there is no figure ${id.slice(0, 200)} in ${where}`, help);
}
