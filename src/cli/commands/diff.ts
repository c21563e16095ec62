import { type Difference, isDifferent } from '../../change/difference.ts';
import { diffMarkdown } from '../../change/render/markdown.ts';
import { diffText } from '../../change/render/text.ts';
import { projectFiles } from '../../host/project-files.ts';
import { compileVersion } from '../base/compile-version.ts';
import { type Compared, diffJson } from '../base/diff-json.ts';
import { contrastOf, differencesOf, LEVELS, type Level } from '../base/differences.ts';
import { checkNames, isBroken, openVersions, stopForCatalog } from '../base/versions.ts';
import type { CliContext, Command, Invocation } from '../command.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { sanitize } from '../sanitize.ts';
import { UsageError } from '../usage-error.ts';

const DETAILED = { type: 'boolean', summary: 'exit code 2 when something differs' } as const;

export const diffCommand: Command = {
  name: 'diff',
  summary: 'Show what changed in the specs, in words of capacity, or how two environments differ',
  parameters: '[ENV…]',
  minParameters: 0,
  maxParameters: 10_000,
  options: {
    base: {
      type: 'string',
      value: 'REF|DIR',
      summary: 'a commit of git (default: HEAD; A...B for where they parted), or another project folder',
    },
    level: {
      type: 'string',
      value: 'LEVEL',
      choices: LEVELS,
      summary: 'what people wrote, what it means (effective, default), or the Terraform',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      summary: 'for a terminal (default), for tools, or for a comment',
    },
    'detailed-exitcode': DETAILED,
    'detailed-exit-code': { ...DETAILED, summary: 'the same as --detailed-exitcode' },
  },
  examples: [
    'elastiform diff',
    'elastiform diff prod --base origin/main...HEAD --format markdown',
    'elastiform diff --base ../other-checkout --level terraform',
    'elastiform diff staging prod',
  ],
  async run(invocation, context) {
    const { parameters } = invocation;
    const isContrast = parameters.length === 2 && invocation.option('base') === undefined;
    return isContrast ? contrast(invocation, context) : againstBase(invocation, context);
  },
};

async function againstBase(invocation: Invocation, context: CliContext): Promise<ExitCode> {
  const versions = openVersions(invocation.option('base') ?? 'HEAD', context);
  if (typeof versions === 'number') return versions;
  checkNames(invocation.parameters, versions);
  const level = levelOf(invocation);
  const differences = await differencesOf(versions, invocation.parameters, level, context);
  const { base, commit } = versions;
  const about = commit === undefined || commit.startsWith(base) ? base : `${base} (${commit.slice(0, 10)})`;
  print(
    `against ${about}`,
    { level, base, ...(commit === undefined ? {} : { commit }) },
    differences,
    invocation,
    context,
  );
  return worst([
    exitCodeOf(differences, invocation),
    isBroken(versions.after, invocation.parameters, level) ? EXIT.findings : EXIT.success,
  ]);
}

async function contrast(invocation: Invocation, context: CliContext): Promise<ExitCode> {
  const stopped = stopForCatalog(context);
  if (stopped !== undefined) return stopped;
  const version = compileVersion(projectFiles(context.folder), context);
  const specs = invocation.parameters.map((name) => {
    const spec = version.environments.get(name);
    if (spec) return { name, spec };
    throw new UsageError(
      `there is no environment "${name}"`,
      `there are: ${[...version.environments.keys()].join(', ')}`,
    );
  });
  const broken = specs.filter(
    ({ name, spec }) => 'errors' in spec || (levelOf(invocation) === 'terraform' && version.faulty.has(name)),
  );
  for (const { name } of broken) context.output.say(`${name} has errors: elastiform validate ${name}`);
  const [left, right] = specs.map(({ spec }) => spec);
  if (broken.length > 0 || !left || !right || 'errors' in left || 'errors' in right) return EXIT.findings;
  const [from = '', to = ''] = invocation.parameters;
  const level = levelOf(invocation);
  const differences = [await contrastOf(left, right, level, context)];
  print(`${from} → ${to}`, { level, contrast: [from, to] }, differences, invocation, context);
  return exitCodeOf(differences, invocation);
}

function print(
  title: string,
  compared: Compared,
  differences: readonly Difference[],
  invocation: Invocation,
  { output }: CliContext,
): void {
  const format = invocation.option('format');
  if (format === 'json') output.data(diffJson(compared, differences));
  else output.data(sanitize((format === 'markdown' ? diffMarkdown : diffText)(title, differences)));
}

function levelOf(invocation: Invocation): Level {
  return (invocation.option('level') ?? 'effective') as Level;
}

function exitCodeOf(differences: readonly Difference[], invocation: Invocation): ExitCode {
  const isDetailed = invocation.flag('detailed-exitcode') || invocation.flag('detailed-exit-code');
  return isDetailed && differences.some(isDifferent) ? EXIT.difference : EXIT.success;
}
