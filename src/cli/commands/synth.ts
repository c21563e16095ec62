import { catalogSchemaText } from '../../catalog/file/catalog-schema.ts';
import { schemaText } from '../../compiler/language/schema-text.ts';
import type { CliContext, Command, Invocation } from '../command.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { type Synthesized, synthesizeAll } from '../jobs/synthesize-all.ts';
import { writeAll } from '../jobs/write-all.ts';
import { DEFAULT_OUTPUT, leftoverEnvironments, outputFolder } from '../output-folder.ts';
import { failureCode, hasErrors, report } from '../report.ts';
import { FORMATS, reportAs } from '../reporters/formats.ts';
import { UsageError } from '../usage-error.ts';
import {
  checkedAsIs,
  checkFolder,
  checkLeftover,
  removeLeftover,
  type Target,
  writeFolder,
  writtenAsIs,
} from '../write-target.ts';

export const synthCommand: Command = {
  name: 'synth',
  summary: 'Write the Terraform of the environments, or check that what is written is up to date',
  parameters: '[ENV…]',
  minParameters: 0,
  maxParameters: 10_000,
  options: {
    out: { type: 'string', short: 'o', value: 'DIR', summary: 'where to write, "generated" if left out' },
    check: { type: 'boolean', summary: 'write nothing; exit code 2 if something would change' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['hcl', 'json'],
      summary: 'Terraform as HCL (default) or as JSON of the same meaning',
    },
    report: {
      type: 'string',
      value: 'FORMAT',
      choices: FORMATS,
      summary: 'findings for people (default), or for tools and CI on standard output',
    },
    jobs: {
      type: 'string',
      short: 'j',
      value: 'N',
      summary: 'threads that compile; left out: one for each processor where there are many environments',
    },
    'no-cache': {
      type: 'boolean',
      summary: 'compile also what has not changed since the last run (also ELASTIFORM_CACHE=off)',
    },
    prune: { type: 'boolean', summary: 'also delete the output of environments that have no spec any more' },
  },
  examples: [
    'elastiform synth',
    'elastiform synth prod',
    'elastiform synth --check',
    'elastiform synth --format json -o /tmp/out',
  ],
  async run(invocation, context) {
    const wanted = invocation.parameters;
    if (invocation.flag('prune') && wanted.length > 0) {
      throw new UsageError('--prune looks at all environments', 'leave out the names, or leave out --prune');
    }
    const out = outputFolder(context.folder, invocation.option('out') ?? DEFAULT_OUTPUT);
    const synthesized = await synthesizeAll(
      {
        wanted,
        out,
        format: invocation.option('format') === 'json' ? 'json' : 'hcl',
        threadCount: threadCount(invocation.option('jobs')),
        mayReuse: context.mayReuse === true && !invocation.flag('no-cache'),
      },
      context,
    );
    try {
      return await deliver(synthesized, invocation, context, out);
    } finally {
      synthesized.run.end();
    }
  },
};

/** Tells what was found and, if there are no errors, writes or checks everything. */
async function deliver(
  synthesized: Synthesized,
  invocation: Invocation,
  context: CliContext,
  out: string,
): Promise<ExitCode> {
  const isWhole = invocation.parameters.length === 0;
  const forMachines = await reportAs(invocation.option('report'), synthesized, context);
  if (forMachines === undefined) report(synthesized, context);
  else context.output.data(forMachines);
  if (hasErrors(synthesized)) {
    context.output.say('nothing was written');
    return failureCode(synthesized);
  }
  const isCheck = invocation.flag('check');
  const codes = [
    ...(await writeAll(synthesized, isCheck, context)),
    ...(await writePages(synthesized, isCheck, context, { out, isWhole })),
  ];
  if (isWhole) codes.push(...leftovers(synthesized, invocation, context, out));
  synthesized.unchanged.keep(synthesized.names);
  const code = worst(codes);
  if (isCheck && code === EXIT.difference)
    context.output.say(`run \`${sameCommand(invocation)}\` and commit what it writes`);
  return code;
}

function threadCount(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(written)) return Number(written);
  throw new UsageError(`--jobs is "${written}"`, 'write a number of threads, 1 or more');
}

/** The schema for editors and the pages for people; environments that are left alone keep their pages. */
async function writePages(
  { environments, unchanged }: Synthesized,
  isCheck: boolean,
  { knowledge, output }: CliContext,
  { out, isWhole }: { readonly out: string; readonly isWhole: boolean },
): Promise<readonly ExitCode[]> {
  // They load the examples of every finding, which the other commands do not need.
  const { pagesOfOthers, referenceFolder } = await import('../reference-folder.ts');
  const others = isWhole ? [] : pagesOfOthers(new Set(environments.keys()), out);
  const pages = [...others, ...[...environments.values()].flatMap((one) => [...(one.output?.pages ?? [])])];
  const write = (label: string, inputs: unknown, make: () => Target) => {
    const fileCount = unchanged.folder(label, inputs, `${out}/${label}`);
    if (fileCount === undefined) {
      const target = make();
      unchanged.rememberFolder(label, inputs, target.tree);
      return isCheck ? checkFolder(target, output) : writeFolder(target, output);
    }
    if (isCheck) checkedAsIs(label, output);
    else writtenAsIs(label, fileCount, output);
    return EXIT.success;
  };
  return [
    write('schema', [], () => ({
      label: 'schema',
      folder: `${out}/schema`,
      tree: schemas(knowledge),
      subfolders: [],
    })),
    write('reference', pages, () => referenceFolder(new Map(pages), knowledge, out)),
  ];
}

function schemas({ language }: CliContext['knowledge']): Target['tree'] {
  return new Map([
    ['catalog.schema.json', catalogSchemaText()],
    ['elastiform.schema.json', schemaText(language)],
  ]);
}

function leftovers(
  { names }: Synthesized,
  invocation: Invocation,
  { output }: CliContext,
  out: string,
): ExitCode[] {
  return leftoverEnvironments(out, names).map((target) =>
    invocation.flag('prune') && !invocation.flag('check')
      ? removeLeftover(target, output)
      : checkLeftover(target, output, invocation.flag('check')),
  );
}

/** The command that writes what this one has checked. */
function sameCommand(invocation: Invocation): string {
  const options = ['out', 'format', 'catalog'].flatMap((name) => {
    const value = invocation.option(name);
    return value === undefined ? [] : [`--${name} ${value}`];
  });
  return ['elastiform synth', ...invocation.parameters, ...options].join(' ');
}
