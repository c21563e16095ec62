import type { CliContext, Command, Invocation } from '../command.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { type Synthesized, synthesizeAll } from '../jobs/synthesize-all.ts';
import { JOBS_OPTION, threadCount } from '../jobs/thread-count.ts';
import { writeAll } from '../jobs/write-all.ts';
import { writePages } from '../jobs/write-pages.ts';
import { DEFAULT_OUTPUT, leftoverEnvironments, outputFolder } from '../output-folder.ts';
import { failureCode, hasErrors, report } from '../report.ts';
import { FORMATS, reportAs } from '../reporters/formats.ts';
import { UsageError } from '../usage-error.ts';
import { checkLeftover, removeLeftover } from '../write-target.ts';

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
    jobs: JOBS_OPTION,
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
        told: invocation.flag('check') ? 'check' : 'write',
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
