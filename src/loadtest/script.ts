import { formatDuration } from '../compiler/quantity/duration.ts';
import type { Stage } from './stages.ts';

export interface LoadTest {
  readonly environment: string;
  readonly variant: 'peak' | 'breakpoint';
  /** Absent where neither the spec nor the command line says it: the run is given one. */
  readonly url: string | undefined;
  readonly stages: readonly Stage[];
  readonly p95Milliseconds: number;
  /** Percent. */
  readonly errorRate: number;
  /** Lines of comment that say where the rates and times come from. */
  readonly working: readonly string[];
}

/** Where the run leaves what `elastiform loadtest ENV --from` reads. */
export const SUMMARY_FILE = 'k6-summary.json';

/**
 * A script of k6 that starts requests at given rates, whatever the answers take (an open model, so that a slow service
 * is not spared). Requests are tagged with their stage, so that the thresholds hold for each rate by itself.
 *
 * @source grafana.com/docs/k6: "Ramping arrival rate", "Thresholds", "k6/execution", "Custom summary" (read 2026-11-27)
 */
export function k6Script(test: LoadTest): string {
  const { environment, variant, url, stages, working } = test;
  return `${[
    `// Written by \`elastiform loadtest ${environment}${variant === 'peak' ? '' : ` --variant ${variant}`}\`. Write it again when the spec changes.`,
    '//',
    ...working.map((line) => `// ${literalComment(line)}`),
    '//',
    `// k6 run ${variant === 'peak' ? 'loadtest.js' : 'breakpoint.js'}${url === undefined ? ' -e TARGET_URL=https://…' : ''}`,
    `// elastiform loadtest ${environment} --from ${SUMMARY_FILE} --pods <pods during the last stage that held>`,
    "import { check } from 'k6';",
    "import exec from 'k6/execution';",
    "import http from 'k6/http';",
    '',
    `const ENVIRONMENT = ${literal(environment)};`,
    `const TARGET_URL = __ENV.TARGET_URL || ${literal(url ?? '')};`,
    `const P95_MILLISECONDS = ${test.p95Milliseconds};`,
    `const ERROR_RATE = ${test.errorRate / 100};`,
    '',
    '// Requests a minute at the end of each stage.',
    'const STAGES = [',
    ...stages.map(
      ({ name, seconds, target, isHold }) =>
        `  { name: '${name}', seconds: ${seconds}, target: ${target}, hold: ${isHold} },`,
    ),
    '];',
    '',
    'export const options = {',
    '  scenarios: {',
    `    ${variant}: {`,
    "      executor: 'ramping-arrival-rate',",
    '      startRate: 0,',
    "      timeUnit: '1m',",
    ...vusLines(test),
    '      stages: [',
    ...stages.map(
      ({ name, seconds, target }) =>
        `        { duration: '${formatDuration(seconds)}', target: ${target} }, // ${name}`,
    ),
    '      ],',
    '    },',
    '  },',
    '  thresholds: {',
    ...stages.flatMap((stage, index) =>
      stage.isHold ? thresholdLines(stage.name, begunAt(stages, index), test) : [],
    ),
    '    dropped_iterations: ["count<1"],'.replaceAll('"', "'"),
    '  },',
    "  summaryTrendStats: ['avg', 'med', 'p(90)', 'p(95)', 'p(99)', 'max'],",
    '};',
    '',
    ...FUNCTIONS,
  ].join('\n')}\n`;
}

/**
 * By Little's law as many requests are under way as start in a second times what one takes in seconds. With answers at
 * the limit of the slo that is the first number; the second leaves room for answers ten times as slow.
 */
function vusLines({ stages, p95Milliseconds }: LoadTest): readonly string[] {
  const most = Math.max(...stages.map(({ target }) => target));
  const underWay = Math.max(1, Math.ceil((most / 60) * (p95Milliseconds / 1000)));
  return [
    `      preAllocatedVUs: ${underWay}, // ${most}/min × ${p95Milliseconds} ms under way at once`,
    `      maxVUs: ${underWay * 10},`,
  ];
}

/** Seconds from the beginning of the run. */
function begunAt(stages: readonly Stage[], index: number): number {
  return stages.slice(0, index).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Requests that a stage has to have before one of them that failed may end the run. */
const SETTLING_SECONDS = 30;

/**
 * A threshold also makes k6 keep the numbers of a stage, so that the summary has them. k6 counts `delayAbortEval` from
 * the beginning of the test, and not from the first request of the stage.
 *
 * @source grafana/k6, metrics/thresholds.go, runAll: AbortGracePeriod against the time spent in the test (read 2026-11-27)
 */
function thresholdLines(stage: string, begun: number, { variant }: LoadTest): readonly string[] {
  const end =
    variant === 'breakpoint' ? `, abortOnFail: true, delayAbortEval: '${begun + SETTLING_SECONDS}s'` : '';
  const line = (metric: string, expression: string) =>
    `    '${metric}{stage:${stage}}': [{ threshold: ${expression}${end} }],`;
  return [
    line('http_req_duration', '`p(95)<${P95_MILLISECONDS}`'),
    line('http_req_failed', '`rate<${ERROR_RATE}`'),
    `    'http_reqs{stage:${stage}}': ['count>0'],`,
  ];
}

const FUNCTIONS = `export function setup() {
  if (TARGET_URL === '') throw new Error('say what to ask for: k6 run -e TARGET_URL=https://…');
}

export default function () {
  const stage = stageAt(Date.now() - exec.scenario.startTime);
  const response = http.get(TARGET_URL, { tags: { stage, name: 'target' } });
  check(response, { 'status is below 400': ({ status }) => status > 0 && status < 400 }, { stage });
}

// The name of the stage in which a request starts.
function stageAt(milliseconds) {
  let end = 0;
  for (const { name, seconds } of STAGES) {
    end += seconds * 1000;
    if (milliseconds < end) return name;
  }
  return STAGES[STAGES.length - 1].name;
}

// What elastiform reads back, and a short table for the terminal.
export function handleSummary(data) {
  const metrics = metricsOf(data);
  const state = data.state || { testRunDurationMs: data.config.duration * 1000 };
  const about = {
    environment: ENVIRONMENT,
    p95Milliseconds: P95_MILLISECONDS,
    errorRate: ERROR_RATE,
    stages: STAGES,
  };
  const summary = { formatVersion: 1, elastiform: about, state, metrics };
  return {
    '${SUMMARY_FILE}': JSON.stringify(summary, null, 2),
    stdout: STAGES.filter(({ hold }) => hold).map((stage) => row(stage, metrics)).join('') + '\\n',
  };
}

// By name; k6 run --new-machine-readable-summary has them as a list.
function metricsOf(data) {
  if (data.metrics) return data.metrics;
  const metrics = {};
  for (const metric of data.results.metrics) metrics[metric.name] = metric;
  return metrics;
}

function row({ name, target, seconds }, metrics) {
  const values = (metric) => (metrics[metric + '{stage:' + name + '}'] || { values: {} }).values;
  const rate = ((values('http_reqs').count || 0) * 60) / seconds;
  const p95 = values('http_req_duration')['p(95)'] || 0;
  const failed = (values('http_req_failed').rate || 0) * 100;
  const isWithin = p95 < P95_MILLISECONDS && failed / 100 < ERROR_RATE && rate > 0;
  return (
    '\\n' + (isWithin ? 'within slo  ' : 'beyond slo  ') + name + ': ' + rate.toFixed(0) + ' of ' + target +
    ' requests a minute, p95 ' + p95.toFixed(0) + ' ms, ' + failed.toFixed(2) + '% failed'
  );
}`.split('\n');

/** As JavaScript has it, also for what JSON has as it is: the line separators of Unicode. */
function literal(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Nothing ends a comment but the end of a line. */
function literalComment(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]/g, ' ');
}
