import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Answer } from '../../explain/answer.ts';
import { findElements } from '../../explain/asked.ts';
import { EnvironmentTrace } from '../../explain/environment-trace.ts';
import { explainAddress } from '../../explain/explain-address.ts';
import { explainPath } from '../../explain/explain-path.ts';
import { nearAddress, nearPath } from '../../explain/nearby.ts';
import { Origins } from '../../explain/origins.ts';
import { answerJson } from '../../explain/render/json.ts';
import { answerText } from '../../explain/render/text.ts';
import type { CliContext, Invocation } from '../command.ts';
import { compileEnvironments } from '../environments.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { DEFAULT_OUTPUT } from '../output-folder.ts';
import { failureCode, hasErrors, report } from '../report.ts';
import { sanitize } from '../sanitize.ts';
import { parsePath } from '../scale/parse-path.ts';
import { UsageError } from '../usage-error.ts';
import { type ChangedFigure, figuresOfPath, figuresText } from './figures-of-path.ts';
import type { KindOfThing } from './kind-of-thing.ts';

/** Explains a path or an address in one environment, or in all that have it. */
export async function explainThing(
  environment: string | undefined,
  thing: string,
  kind: KindOfThing,
  invocation: Invocation,
  context: CliContext,
): Promise<ExitCode> {
  const path = kind === 'address' ? undefined : parsePath(thing);
  if (kind !== 'address' && !path)
    throw new UsageError(
      `${quoted(thing)} is no path`,
      'write it as databases.postgres.class, or labels["example.com/team"]',
    );
  const compiled = compileEnvironments(environment === undefined ? [] : [environment], context);
  if (hasErrors(compiled)) {
    report(compiled, context);
    return failureCode(compiled);
  }
  const answers: Answered[] = [];
  let near: string | undefined;
  for (const spec of compiled.resolved) {
    const trace = await EnvironmentTrace.of(spec, context.knowledge);
    const found = path ? inSpec(trace, path) : inTerraform(trace, thing);
    for (const answer of found) {
      const derived = answer.kind === 'path' ? (answer.fanOut?.derived ?? []) : [];
      const figures = path ? figuresOfPath(spec, [path, ...derived]) : [];
      answers.push({ environment: spec.model.environment, answer, figures });
    }
    if (found.length === 0) near ??= (path && nearPath(trace, path)) ?? nearAddress(trace, thing);
  }
  if (answers.length === 0) throw unknown(thing, path !== undefined, environment, compiled.resolved, near);
  const isJson = invocation.option('format') === 'json';
  context.output.data(sanitize(isJson ? printJson(answers) : printText(answers)));
  return EXIT.success;
}

interface Answered {
  readonly environment: string;
  readonly answer: Answer;
  /** Numbers of the projection that change with it. */
  readonly figures: readonly ChangedFigure[];
}

function inSpec(trace: EnvironmentTrace, path: SpecPath): readonly Answer[] {
  const answer = explainPath(trace, path);
  return answer ? [answer] : [];
}

function inTerraform(trace: EnvironmentTrace, address: string): readonly Answer[] {
  const origins = new Origins(trace);
  return findElements(trace.elements, address)
    .filter(({ attributes, isWhole }) => isWhole || attributes.length > 0)
    .map((found) => explainAddress(trace, origins, found));
}

function printJson(answers: readonly Answered[]): string {
  const printed = answers.map(({ environment, answer, figures }) => ({
    ...(answerJson(answer, environment) as object),
    ...(figures.length > 0 ? { figures } : {}),
  }));
  return `${JSON.stringify({ formatVersion: 1, answers: printed }, null, 2)}\n`;
}

/** Environments of which the same is to be said are named together. */
function printText(answers: readonly Answered[]): string {
  const alike = new Map<string, Answered[]>();
  for (const answered of answers) {
    const text = answerText(answered.answer, [], '') + figuresText(answered.figures);
    alike.set(text, [...(alike.get(text) ?? []), answered]);
  }
  return [...alike.values()]
    .map((group) => {
      const names = group.map(({ environment }) => environment);
      const folder = `${DEFAULT_OUTPUT}/infra/env/${names.length === 1 ? names[0] : '<environment>'}/`;
      return answerText(group[0]!.answer, names, folder) + figuresText(group[0]!.figures);
    })
    .join('\n');
}

function unknown(
  thing: string,
  isPath: boolean,
  environment: string | undefined,
  resolved: readonly ResolvedSpec[],
  near: string | undefined,
): UsageError {
  const where = environment ?? `any of ${resolved.map(({ model }) => model.environment).join(', ')}`;
  const help = isPath
    ? 'elastiform resolve ENV lists every path'
    : 'elastiform synth writes every address; ask for one as a plan shows it';
  return new UsageError(`there is no ${quoted(thing)} in ${where}`, near ?? help);
}

/** What is longer was pasted by mistake, and would hide what is said about it. */
const MOST_SHOWN = 200;

function quoted(thing: string): string {
  return `"${thing.length > MOST_SHOWN ? `${thing.slice(0, MOST_SHOWN)}…` : thing}"`;
}
