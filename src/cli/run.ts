import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Knowledge } from '../compiler/compile.ts';
import type { Bundle } from '../host/bundle.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import { readCatalogFile } from './catalog-file.ts';
import { COMMON_OPTIONS, type Command, type Invocation, type Option } from './command.ts';
import { commands } from './commands.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { commandHelp, overview } from './help.ts';
import { makeOutput } from './output.ts';
import { UsageError } from './usage-error.ts';

/** What the command line gets from the process. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether standard error is a terminal that shows colours. */
  readonly colour: boolean;
  readonly today: string;
  readonly version: string;
  readonly knowledge: Knowledge;
  readonly bundle?: Bundle;
  readonly parallelism?: number;
  readonly mayReuse?: boolean;
}

/** Runs one command. Mistakes of the user end in an exit code; an exception is a bug of ours. */
export async function run(surroundings: Surroundings): Promise<ExitCode> {
  const { stdout, stderr } = surroundings;
  const plain = makeOutput({ stdout, stderr }, false);
  try {
    return await dispatch(surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    plain.say(`elastiform: ${error.message}`);
    plain.say(`  help: ${error.help}`);
    return EXIT.usage;
  }
}

async function dispatch(surroundings: Surroundings): Promise<ExitCode> {
  const [verb, ...rest] = surroundings.arguments;
  if (verb === undefined || verb === 'help' || verb === '--help' || verb === '-h')
    return help(rest, surroundings);
  const command = find(verb === '--version' ? 'version' : verb);
  const invocation = parse(command, rest);
  if (invocation.flag('help')) return help([command.name], surroundings);
  const colour = surroundings.colour && !invocation.flag('no-color');
  const folder = resolve(surroundings.folder, invocation.option('chdir') ?? '.');
  return command.run(invocation, {
    ...surroundings,
    ...readCatalogFile(invocation.option('catalog'), surroundings, folder),
    folder,
    prefix: prefixOf(surroundings.folder, folder),
    specs: specsFolder(invocation.option('specs') ?? 'specs'),
    output: makeOutput(surroundings, colour),
  });
}

/** As `CliContext.prefix`. */
function prefixOf(start: string, folder: string): string {
  const path = relative(start, folder).replaceAll('\\', '/');
  return path === '' || path.startsWith('..') || /^[A-Za-z]:/.test(path) ? '' : `${path}/`;
}

function help([name]: readonly string[], { stdout }: Surroundings): ExitCode {
  stdout(name === undefined ? overview(commands) : commandHelp(find(name)));
  return EXIT.success;
}

function find(name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const [near] = didYouMean(
    name,
    commands.map((candidate) => candidate.name),
  );
  const what = name.startsWith('-')
    ? `the first word is the command, not ${name}`
    : `there is no command "${name}"`;
  throw new UsageError(
    what,
    near === undefined ? 'elastiform help lists the commands' : `did you mean "${near}"?`,
  );
}

function parse(command: Command, rest: readonly string[]): Invocation {
  const options: Readonly<Record<string, Option>> = { ...command.options, ...COMMON_OPTIONS };
  const { values, positionals } = parseStrictly(command, rest, options);
  if (!values['help'] && positionals.length < command.minParameters) {
    throw new UsageError(`${command.name} needs ${command.parameters}`, `elastiform help ${command.name}`);
  }
  if (positionals.length > command.maxParameters) {
    const extra = positionals[command.maxParameters];
    throw new UsageError(`${command.name} does not take "${extra}"`, `elastiform help ${command.name}`);
  }
  for (const [name, option] of Object.entries(options)) {
    const value = values[name];
    if (option.type !== 'string' || typeof value !== 'string' || !option.choices) continue;
    if (!option.choices.includes(value)) {
      throw new UsageError(`--${name} is "${value}"`, `write one of ${option.choices.join(', ')}`);
    }
  }
  return {
    parameters: positionals,
    flag: (name) => values[name] === true,
    option: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
  };
}

type Parsed = { values: Record<string, unknown>; positionals: string[] };

function parseStrictly(
  command: Command,
  rest: readonly string[],
  options: Readonly<Record<string, Option>>,
): Parsed {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
  );
  try {
    return parseArgs({ args: [...rest], options: config, allowPositionals: true, strict: true }) as Parsed;
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    const unknown = rest.find((word) => word.startsWith('--') && !Object.hasOwn(options, nameOf(word)));
    const [near] = unknown === undefined ? [] : didYouMean(nameOf(unknown), Object.keys(options));
    const message =
      unknown === undefined ? error.message.split('. ')[0]! : `${command.name} has no option ${unknown}`;
    throw new UsageError(
      message,
      near === undefined ? `elastiform help ${command.name}` : `did you mean --${near}?`,
    );
  }
}

function nameOf(option: string): string {
  return option.slice(2).split('=')[0] ?? '';
}

function specsFolder(written: string): string {
  const parts = written.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  if (written.startsWith('/') || parts.includes('..')) {
    throw new UsageError(
      `--specs is "${written}"`,
      'name a folder below the project folder; --chdir changes that one',
    );
  }
  return parts.join('/');
}
