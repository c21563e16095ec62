import { resolve } from 'node:path';
import { createFile } from '../../host/create-file.ts';
import { readInput } from '../../host/read-input.ts';
import { type Imported, type ImportOptions, importSpec } from '../../import/import-spec.ts';
import { NOTE_KINDS, NOTE_TITLES } from '../../import/note.ts';
import { type NamedText, readInputs } from '../../import/read-inputs.ts';
import type { CliContext, Command, Invocation } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { locate } from '../located.ts';
import { plural, report } from '../report.ts';
import { UsageError } from '../usage-error.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Write a first spec of what is there already, so that Terraform adopts it and makes nothing new',
  parameters: 'FILE…',
  minParameters: 1,
  maxParameters: 1000,
  options: {
    env: { type: 'string', value: 'ENV', summary: 'name of the environment (default: prod)' },
    tier: {
      type: 'string',
      value: 'TIER',
      choices: ['dev', 'staging', 'prod'],
      summary: 'how careful the defaults are (default: as the environment is called, or else prod)',
    },
    out: { type: 'string', value: 'FILE', summary: 'write a new file instead of printing the spec' },
    region: {
      type: 'string',
      value: 'REGION',
      summary: 'the region of the spec, where the input has several',
    },
    cluster: { type: 'string', value: 'NAME', summary: 'the EKS cluster of the spec' },
    'kubernetes-version': { type: 'string', value: 'X.Y', summary: 'version of the cluster' },
    'node-role': { type: 'string', value: 'NAME', summary: 'IAM role of the nodes' },
    subnets: { type: 'string', value: 'A,B', summary: 'private subnets, by Name tag or id' },
  },
  examples: [
    'aws rds describe-db-instances | elastiform import -',
    'elastiform import state.json --env staging --out specs/staging.yaml',
    'elastiform import hpa.yaml rds.json redis.json redis-nodes.json groups.json templates.json eks.json',
  ],
  async run(invocation, context) {
    const inputs: NamedText[] = [];
    for (const name of new Set(invocation.parameters)) {
      const input = readInput(context.folder, name);
      if ('problem' in input) {
        context.output.say(`elastiform: ${name} ${input.problem}`);
        return EXIT.io;
      }
      inputs.push({ name, text: input.text });
    }
    const { facts, problems } = readInputs(inputs);
    for (const problem of problems) context.output.say(`elastiform: ${problem}`);
    // A spec that lacks what one file tells would look complete.
    if (problems.length > 0) return EXIT.findings;
    const options = optionsOf(invocation, context);
    return deliver(importSpec(facts, context.knowledge, options), options.environment, invocation, context);
  },
};

function optionsOf(invocation: Invocation, context: CliContext): ImportOptions {
  const environment = invocation.option('env') ?? 'prod';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(environment) || environment.length > 40)
    throw new UsageError(
      `--env is "${environment}"`,
      'lower case words joined by single hyphens, such as prod',
    );
  const named = environment === 'dev' || environment === 'staging' ? environment : 'prod';
  return {
    environment,
    tier: (invocation.option('tier') ?? named) as ImportOptions['tier'],
    today: context.today,
    region: invocation.option('region'),
    cluster: invocation.option('cluster'),
    kubernetesVersion: invocation.option('kubernetes-version'),
    nodeRole: invocation.option('node-role'),
    subnets: invocation
      .option('subnets')
      ?.split(',')
      .filter((subnet) => subnet !== ''),
  };
}

function deliver(
  { text, notes, diagnostics, document }: Imported,
  environment: string,
  invocation: Invocation,
  context: CliContext,
): ExitCode {
  const { output } = context;
  const out = invocation.option('out');
  if (out === undefined) output.data(text);
  else {
    const written = createFile(resolve(context.folder, out), text);
    if (written === 'exists')
      throw new UsageError(`${out} exists`, 'import writes only new files: name another, or move it away');
    if (written !== 'created') {
      output.say(`elastiform: ${out} ${written.problem}`);
      return EXIT.io;
    }
    output.say(`wrote ${out}`);
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const file = document?.file;
  const located = errors.map((diagnostic) => locate(diagnostic, document, file));
  report({ located, texts: document?.texts ?? new Map() }, context);
  for (const kind of NOTE_KINDS) {
    const some = notes.filter((note) => note.kind === kind);
    if (some.length > 0) output.say(`${NOTE_TITLES[kind]}:`);
    for (const { subject, text: what } of some) output.say(`  ${subject}: ${what}`);
  }
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  if (warnings > 0)
    output.say(
      `${plural(warnings, 'warning')} about what is there: elastiform validate ${environment} tells them`,
    );
  return errors.length > 0 ? EXIT.findings : EXIT.success;
}
