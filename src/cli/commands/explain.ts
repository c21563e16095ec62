import type { Knowledge } from '../../compiler/compile.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { type CliContext, type Command, type Invocation, TEXT_OR_JSON } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { isFigure, kindOfThing } from '../explain/kind-of-thing.ts';
import { sanitize } from '../sanitize.ts';
import { UsageError } from '../usage-error.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Explain a value of the spec, a place of the Terraform, or the code of a finding',
  parameters: '[ENV] [THING]',
  minParameters: 0,
  maxParameters: 2,
  options: {
    format: TEXT_OR_JSON,
  },
  examples: [
    'elastiform explain prod databases.postgres.class',
    'elastiform explain prod aws_db_instance.postgres.instance_class',
    'elastiform explain workloads.api.autoscaling.maxReplicas',
    'elastiform explain prod capacity.3mo.workloads.api.pods',
    'elastiform explain prod cost.databases.postgres.expected',
    'elastiform explain database/single-zone',
    'elastiform explain',
  ],
  async run(invocation, context) {
    // No name of an environment has a dot or a slash, so that the other order is as clear.
    const [first, second] = invocation.parameters.toSorted(
      (a, b) => Number(IS_THING.test(a)) - Number(IS_THING.test(b)),
    );
    if (first === undefined) return listCodes(invocation, context);
    const thing = second ?? first;
    if (isFigure(thing)) {
      const { explainFigure } = await import('../explain/explain-figure.ts');
      return explainFigure(second === undefined ? undefined : first, thing, isJson(invocation), context);
    }
    const kind = kindOfThing(thing, context.knowledge.language);
    if (kind === 'code' && (second === undefined || thing.includes('/')))
      return explainCode(thing, invocation, context);
    // Loads cdktf, which a code does not need.
    const { explainThing } = await import('../explain/explain-thing.ts');
    return explainThing(second === undefined ? undefined : first, thing, kind, invocation, context);
  },
};

const IS_THING = /[./]/;

// The pages hold many examples, which nothing else needs at the start.
async function pagesOf(knowledge: Knowledge) {
  const { allPages } = await import('../../reference/all-pages.ts');
  return allPages(knowledge);
}

async function listCodes(invocation: Invocation, { knowledge, output }: CliContext): Promise<ExitCode> {
  const { listText } = await import('../../reference/page-text.ts');
  const pages = await pagesOf(knowledge);
  const codes = pages.map(({ code, severity, summary }) => ({ code, severity, summary }));
  output.data(isJson(invocation) ? json({ codes }) : listText(pages));
  return EXIT.success;
}

async function explainCode(
  wanted: string,
  invocation: Invocation,
  { knowledge, output }: CliContext,
): Promise<ExitCode> {
  const { pageText } = await import('../../reference/page-text.ts');
  const pages = await pagesOf(knowledge);
  const page = pages.find(({ code }) => code === wanted);
  if (!page) {
    const codes = pages.map(({ code }) => code);
    throw unknownCode(wanted, codes);
  }
  const { code, severity, summary, why, help, source } = page;
  output.data(isJson(invocation) ? json({ code, severity, summary, why, help, source }) : pageText(page));
  return EXIT.success;
}

function isJson(invocation: Invocation): boolean {
  return invocation.option('format') === 'json';
}

function json(content: Readonly<Record<string, unknown>>): string {
  return sanitize(`${JSON.stringify({ formatVersion: 1, ...content }, null, 2)}\n`);
}

function unknownCode(wanted: string, codes: readonly string[]): UsageError {
  // The words alone, without the theme, are what people remember.
  const words = codes.filter((code) => code.slice(code.indexOf('/') + 1) === wanted);
  const near = words.length > 0 ? words.slice(0, 3) : didYouMean(wanted, codes);
  const help =
    near.length === 0 ? 'elastiform explain lists all codes' : `did you mean ${near.join(' or ')}?`;
  return new UsageError(`there is no code "${wanted}"`, help);
}
