import { resolve } from 'node:path';
import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { Model } from '../../components/registry.ts';
import { createFile } from '../../host/create-file.ts';
import { loadTestOf } from '../../loadtest/load-test-of.ts';
import { k6Script } from '../../loadtest/script.ts';
import { parseDate } from '../../util/calendar/date.ts';
import { type CliContext, type Command, type Invocation, TEXT_OR_JSON } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { learnRate } from '../loadtest/learn-rate.ts';
import { oneEnvironment } from '../one-environment.ts';
import { placeOf } from '../place-of.ts';
import { UsageError } from '../usage-error.ts';

export const loadtestCommand: Command = {
  name: 'loadtest',
  summary: 'Write a k6 script that reaches the projected peak, or read a run back into the spec',
  parameters: 'ENV',
  minParameters: 1,
  maxParameters: 1,
  options: {
    variant: {
      type: 'string',
      value: 'VARIANT',
      choices: ['peak', 'breakpoint'],
      summary: 'up to the projected peak (default), or on until the slo breaks',
    },
    on: {
      type: 'string',
      value: 'DAY',
      summary: 'day of the peak, as YYYY-MM-DD; the last date of traffic.growth if left out',
    },
    url: { type: 'string', value: 'URL', summary: 'what to ask for, instead of traffic.loadTest.url' },
    out: { type: 'string', value: 'FILE', summary: 'write a new file instead of printing the script' },
    from: {
      type: 'string',
      value: 'FILE',
      summary: 'read the summary of a run (k6-summary.json, or of --summary-export); - is standard input',
    },
    pods: {
      type: 'string',
      value: 'N',
      summary: 'with --from: pods that served the run at its greatest rate',
    },
    workload: {
      type: 'string',
      value: 'KEY',
      summary: 'with --from: whose pods; needed where several follow the traffic',
    },
    'dry-run': { type: 'boolean', summary: 'with --from: show the edit of the spec and write nothing' },
    in: {
      type: 'string',
      value: 'FILE',
      summary: 'with --from: write into a file that the environment extends, instead of its own',
    },
    format: TEXT_OR_JSON,
  },
  examples: [
    'elastiform loadtest prod --out loadtest.js',
    'elastiform loadtest prod --variant breakpoint --url https://staging.example.com/health',
    'elastiform loadtest prod --from k6-summary.json --pods 9',
  ],
  async run(invocation, context) {
    const [environment = ''] = invocation.parameters;
    const one = oneEnvironment(environment, context);
    if (typeof one === 'number') return one;
    const { spec } = one;
    if (invocation.option('from') !== undefined) return learnRate(spec, one.names, invocation, context);
    return writeScript(environment, spec, invocation, context);
  },
};

function writeScript(
  environment: string,
  spec: ResolvedSpec & { readonly file: string },
  invocation: Invocation,
  context: CliContext,
): ExitCode {
  const model = spec.model as unknown as Model;
  const { traffic } = model;
  if (!traffic) {
    context.output.say(
      `${spec.file}: there is no traffic to test with; write traffic.asOf and traffic.current`,
    );
    return EXIT.findings;
  }
  const { test, obstructions } = loadTestOf(environment, model, traffic, spec.catalog, {
    variant: invocation.option('variant') === 'breakpoint' ? 'breakpoint' : 'peak',
    url: invocation.option('url'),
    day: dayOf(invocation),
  });
  const script = k6Script(test);
  const lines = obstructions.map(({ path, text }) => ({ place: placeOf(spec, path), path, text }));
  const isJson = invocation.option('format') === 'json';
  const out = invocation.option('out');
  if (out !== undefined) {
    const written = createFile(resolve(context.folder, out), script);
    if (written === 'exists')
      throw new UsageError(`${out} exists`, 'loadtest writes only new files: name another, or move it away');
    if (written !== 'created') {
      context.output.say(`elastiform: ${out} ${written.problem}`);
      return EXIT.io;
    }
    context.output.say(`wrote ${out}`);
  }
  if (isJson)
    context.output.data(
      `${JSON.stringify({ formatVersion: 1, ...test, script, obstructions: lines }, null, 2)}\n`,
    );
  else if (out === undefined) context.output.data(script);
  for (const { place, text } of lines) context.output.say(`${place}: the autoscaling cannot follow: ${text}`);
  return lines.length === 0 ? EXIT.success : EXIT.findings;
}

/** @throws UsageError for what is no day */
function dayOf(invocation: Invocation): number | undefined {
  const text = invocation.option('on');
  const day = text === undefined ? undefined : parseDate(text);
  if (text !== undefined && day === undefined)
    throw new UsageError(`--on ${text} is no day`, 'write it as YYYY-MM-DD: --on 2027-11-25');
  return day;
}
