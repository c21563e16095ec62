import type { Model } from '../../components/registry.ts';
import { changesFor } from '../../projection/changes.ts';
import { projectionOf } from '../../projection/projection.ts';
import { projectionJson } from '../../projection/render/json.ts';
import { projectionMarkdown } from '../../projection/render/markdown.ts';
import { projectionText } from '../../projection/render/text.ts';
import { readCapacityOptions } from '../capacity/options.ts';
import { placesIn } from '../capacity/places.ts';
import { runwayJson, runwayOf, runwayText } from '../capacity/runway.ts';
import type { CliContext, Command, Invocation } from '../command.ts';
import { EXIT, type ExitCode, worst } from '../exit-code.ts';
import { oneEnvironment } from '../one-environment.ts';
import { safeJson } from '../reporters/safe-json.ts';
import { sanitize } from '../sanitize.ts';
import { compileInstead } from '../scale/compiled.ts';
import { editSpec } from '../scale/edit-spec.ts';
import { targetFile } from '../scale/target-file.ts';

export const capacityCommand: Command = {
  name: 'capacity',
  summary: 'Project pods, nodes, databases and caches from the traffic, and tell which limit breaks first',
  parameters: 'ENV',
  minParameters: 1,
  maxParameters: 1,
  options: {
    months: {
      type: 'string',
      value: 'N',
      summary:
        'look so many months ahead, 1 to 120, and show each (default: 12, and the dates of traffic.growth)',
    },
    'min-runway': {
      type: 'string',
      value: 'DURATION',
      summary: 'exit code 1 when a limit breaks sooner than that from today, such as 90d',
    },
    write: {
      type: 'boolean',
      summary: 'raise in the spec what breaks; elastiform scale ENV --undo takes it back',
    },
    'dry-run': { type: 'boolean', summary: 'with --write: show what would change and write nothing' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'markdown', 'json'],
      summary: 'for a terminal (default), for a comment or a page, or for tools',
    },
  },
  examples: [
    'elastiform capacity prod',
    'elastiform capacity prod --months 24 --format markdown',
    'elastiform capacity prod --min-runway 90d',
    'elastiform capacity prod --write --dry-run',
  ],
  async run(invocation, context) {
    const options = readCapacityOptions(invocation);
    const [environment = ''] = invocation.parameters;
    const one = oneEnvironment(environment, context);
    if (typeof one === 'number') return one;
    const { spec } = one;
    const { output, knowledge, today } = context;
    const projection = projectionOf(spec.model as Model, knowledge.catalog, options.months);
    if (!projection) {
      output.say(`${environment} says no traffic: write traffic with asOf and current, and capacity follows`);
      return EXIT.findings;
    }
    const places = placesIn(spec);
    const runway = runwayOf(projection, today, options.minRunwayDays);
    const json = {
      formatVersion: 1,
      ...projectionJson(projection, places.json),
      ...runwayJson(runway),
    };
    const isJson = options.format === 'json';
    if (isJson && !options.isWriting) output.data(safeJson(json));
    if (options.format === 'markdown') output.data(sanitize(projectionMarkdown(projection, places.text)));
    if (options.format === 'text') output.data(sanitize(projectionText(projection, places.text)));
    if (!isJson || runway.isTooShort) output.say(runwayText(runway));
    const code = runway.isTooShort ? EXIT.findings : EXIT.success;
    if (!options.isWriting) return code;
    const changes = changesFor(projection.outlooks);
    return worst([code, await write(environment, changes, json, one.names, invocation, context)]);
  },
};

async function write(
  environment: string,
  changes: ReturnType<typeof changesFor>,
  json: Readonly<Record<string, unknown>>,
  names: readonly string[],
  invocation: Invocation,
  context: CliContext,
): Promise<ExitCode> {
  const isJson = invocation.option('format') === 'json';
  if (changes.length === 0) {
    if (isJson) context.output.data(safeJson({ ...json, written: false }));
    context.output.say('there is nothing to raise');
    return EXIT.success;
  }
  const months = invocation.option('months');
  const target = targetFile(compileInstead(environment, context), undefined, names, context);
  return editSpec(
    { ...target, changes },
    {
      environment,
      command: `elastiform capacity ${environment}${months === undefined ? '' : ` --months ${months}`} --write`,
      isDryRun: invocation.flag('dry-run'),
      isJson,
      isSynthesizing: false,
      hint: 'raise what the findings name as well, or take smaller steps with --months',
      json,
    },
    context,
  );
}
