import { COMMON_OPTIONS, type Command, type Option } from './command.ts';

/** The page that `elastiform` alone prints. */
export function overview(commands: readonly Command[]): string {
  return `elastiform turns how much capacity you want (specs/<env>.yaml) into Terraform (generated/infra/env/<env>/).

${table(commands.map(({ name, parameters, summary }) => [`  ${name} ${parameters}`.trimEnd(), summary]))}

examples:
  elastiform validate            is every spec right?
  elastiform synth prod          write the Terraform of prod
  elastiform synth --check       in CI: is what is committed up to date?

elastiform help <command> explains a command. Exit codes: 0 fine, 1 findings in a spec, 2 --check found a
difference, 64 wrong command line, 70 a bug of elastiform, 74 a file cannot be read or written.
`;
}

export function commandHelp({ name, parameters, summary, options, examples }: Command): string {
  const rows = Object.entries({ ...options, ...COMMON_OPTIONS }).map(([option, description]) => [
    `  ${spell(option, description)}`,
    description.summary,
  ]);
  return `elastiform ${`${name} ${parameters}`.trimEnd()}

${summary}.

options:
${table(rows as [string, string][])}

examples:
${examples.map((line) => `  ${line}`).join('\n')}
`;
}

function spell(name: string, option: Option): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  if (option.type === 'boolean') return `${short}--${name}`;
  return `${short}--${name} ${option.choices?.join('|') ?? option.value}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', second = '']) => `${first.padEnd(width)}  ${second}`).join('\n');
}
