import type { CliContext, Command, Invocation } from '../command.ts';
import { type CompiledEnvironments, compileEnvironments } from '../environments.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { findFixes, showFixes, writeFixes } from '../fix/fix-environments.ts';
import { JOBS_OPTION, threadCount } from '../jobs/thread-count.ts';
import { type Validated, validateAll } from '../jobs/validate-all.ts';
import { failureCode, hasErrors, plural, report } from '../report.ts';
import { fails } from '../reporters/findings.ts';
import { FORMATS, reportAs } from '../reporters/formats.ts';
import { UsageError } from '../usage-error.ts';
import { watchSpecs } from '../watch/watch-specs.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check specs and say everything that is wrong; repair what is certain only when asked',
  parameters: '[ENV…]',
  minParameters: 0,
  maxParameters: 10_000,
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: FORMATS,
      summary: 'findings for people (default), or for tools and CI on standard output',
    },
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      choices: ['error', 'warning'],
      summary: 'the mildest finding that makes the exit code 1 (default: error)',
    },
    fix: { type: 'boolean', summary: 'repair in the specs themselves what is certain, and say what is left' },
    'dry-run': { type: 'boolean', summary: 'with --fix: print the difference and write nothing' },
    jobs: JOBS_OPTION,
    watch: { type: 'boolean', summary: 'check again whenever a spec changes, until Ctrl-C' },
  },
  examples: [
    'elastiform validate',
    'elastiform validate prod --fail-on warning',
    'elastiform validate --fix --dry-run',
    'elastiform validate prod --watch',
    'elastiform validate --format sarif > elastiform.sarif',
  ],
  async run(invocation, context) {
    checkOptions(invocation);
    const { parameters } = invocation;
    if (invocation.flag('watch'))
      return watchSpecs(context, (now) => {
        const compiled = compileEnvironments(parameters, now);
        reportForPeople(validated(compiled), now);
        return compiled;
      });
    if (invocation.flag('fix')) return fix(invocation, context);
    const threads = threadCount(invocation.option('jobs'));
    if (parameters.length === 0) return tell(await validateAll(context, threads), invocation, context);
    return tell(validated(compileEnvironments(parameters, context)), invocation, context);
  },
};

function validated({ located, texts, resolved }: CompiledEnvironments): Validated {
  return { located, texts, valid: resolved.map(({ model }) => model.environment) };
}

/** What remains decides the exit code; of a dry run what would remain. */
async function fix(invocation: Invocation, context: CliContext): Promise<ExitCode> {
  const { parameters } = invocation;
  const found = findFixes(parameters, context);
  if (invocation.flag('dry-run')) {
    const files = showFixes(found, context);
    return tell(validated(compileEnvironments(parameters, context, undefined, files)), invocation, context);
  }
  const isWritten = writeFixes(found, context);
  const code = await tell(validated(compileEnvironments(parameters, context)), invocation, context);
  return isWritten ? code : worst([code, EXIT.io]);
}

async function tell(found: Validated, invocation: Invocation, context: CliContext): Promise<ExitCode> {
  const failOn = invocation.option('fail-on') === 'warning' ? 'warning' : 'error';
  const forMachines = await reportAs(invocation.option('format'), found, context, failOn);
  if (forMachines !== undefined) context.output.data(forMachines);
  else reportForPeople(found, context);
  return found.located.some((item) => fails(item, failOn)) ? failureCode(found) : EXIT.success;
}

function reportForPeople(found: Validated, context: CliContext): void {
  report(found, context);
  if (hasErrors(found)) return;
  context.output.say(`${plural(found.valid.length, 'environment')} valid: ${found.valid.join(', ')}`);
}

function checkOptions(invocation: Invocation): void {
  const format = invocation.option('format') ?? 'text';
  const [isFixing, isDryRun, isWatching] = ['fix', 'dry-run', 'watch'].map((name) => invocation.flag(name));
  if (isDryRun && !isFixing)
    throw new UsageError('--dry-run shows what --fix would do', 'elastiform validate --fix --dry-run');
  if (isDryRun && format !== 'text')
    throw new UsageError(
      `--dry-run prints a difference, and --format ${format} the findings`,
      'use one of them',
    );
  if (isWatching && isFixing)
    throw new UsageError('--watch does not edit what you are editing', 'run --fix by itself');
  if (isWatching && format !== 'text')
    throw new UsageError(`--format ${format} is one report, and --watch has no end`, 'leave one of them out');
}
