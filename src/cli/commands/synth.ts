import { catalogSchemaText } from '../../catalog/file/catalog-schema.ts';
import { schemaText } from '../../compiler/language/schema-text.ts';
import type { CliContext, Command, Invocation } from '../command.ts';
import { type CompiledEnvironments, compileEnvironments } from '../environments.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { DEFAULT_OUTPUT, leftoverEnvironments, outputFolder } from '../output-folder.ts';
import { failureCode, hasErrors, report } from '../report.ts';
import { FORMATS, reportAs } from '../reporters/formats.ts';
import { UsageError } from '../usage-error.ts';
import { checkFolder, checkLeftover, removeLeftover, type Target, writeFolder } from '../write-target.ts';

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
    const compiled = compileEnvironments(wanted, context, out);
    const forMachines = await reportAs(invocation.option('report'), compiled, context);
    if (forMachines === undefined) report(compiled, context);
    else context.output.data(forMachines);
    if (hasErrors(compiled)) {
      context.output.say('nothing was written');
      return failureCode(compiled);
    }
    const targets = await targetsOf(compiled, invocation, context, out);
    const isCheck = invocation.flag('check');
    const codes = targets.map((target) =>
      isCheck ? checkFolder(target, context.output) : writeFolder(target, context.output),
    );
    if (wanted.length === 0) codes.push(...leftovers(compiled, invocation, context, out));
    const code = worst(codes);
    if (isCheck && code === EXIT.difference)
      context.output.say(`run \`${sameCommand(invocation)}\` and commit what it writes`);
    return code;
  },
};

/** The environments one by one, then the schema for editors and the pages for people. Everything is compiled before anything is written. */
async function targetsOf(
  { resolved }: CompiledEnvironments,
  invocation: Invocation,
  { knowledge }: CliContext,
  out: string,
): Promise<readonly Target[]> {
  // They load cdktf and the examples of every finding, which the other commands do not need.
  const { synthesize } = await import('../../terraform/synthesize.ts');
  const { referenceTree } = await import('../../reference/pages.ts');
  const format = invocation.option('format') === 'json' ? 'json' : 'hcl';
  const targets: Target[] = [];
  for (const spec of resolved) {
    const name = spec.model.environment;
    const tree = await synthesize(spec, knowledge.components, format);
    targets.push({ label: name, folder: `${out}/infra/env/${name}`, tree, subfolders: ['kubernetes'] });
  }
  const schema = new Map([
    ['catalog.schema.json', catalogSchemaText()],
    ['elastiform.schema.json', schemaText(knowledge.language)],
  ]);
  return [
    ...targets,
    { label: 'schema', folder: `${out}/schema`, tree: schema, subfolders: [] },
    { label: 'reference', folder: `${out}/reference`, tree: referenceTree(knowledge), subfolders: [] },
  ];
}

function leftovers(
  { names }: CompiledEnvironments,
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
