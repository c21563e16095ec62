import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';

/** How the service under test answers a request at a rate. */
export type Service = (ratePerMinute: number) => {
  readonly milliseconds: number;
  readonly failed: boolean;
};

/** What a run of k6 leaves. */
export interface Ran {
  /** What `handleSummary` returns: files by name, and `stdout`. */
  readonly files: Readonly<Record<string, string>>;
  /** 0, or 99 when a threshold was crossed. */
  readonly exitCode: number;
  readonly options: Options;
  /** Greatest rate that was reached, in requests per minute. */
  readonly greatestRate: number;
}

interface Threshold {
  readonly threshold: string;
  readonly abortOnFail?: boolean;
  readonly delayAbortEval?: string;
}

interface Options {
  readonly scenarios: Readonly<Record<string, Scenario>>;
  readonly thresholds: Readonly<Record<string, readonly (string | Threshold)[]>>;
}

interface Scenario {
  readonly executor: string;
  readonly startRate: number;
  readonly timeUnit: string;
  readonly preAllocatedVUs: number;
  readonly maxVUs: number;
  readonly stages: readonly { readonly duration: string; readonly target: number }[];
}

/**
 * Runs a script in a JavaScript engine against a stand-in of the modules of k6: its clock, its arrival rates (linear
 * from stage to stage), tags, thresholds and summary, as grafana.com/docs/k6 describes them (read 2026-11-27).
 * What the stand-in does not know is refused, as k6 refuses unknown options.
 *
 * @param summary `list` is the form of `--new-machine-readable-summary`
 */
export function runScript(
  script: string,
  service: Service,
  env: Readonly<Record<string, string>> = {},
  summary: 'by name' | 'list' = 'by name',
): Ran {
  const { code } = transformSync(script, { format: 'cjs', loader: 'js', target: 'es2020' });
  // By metric, and by metric and tag: `http_reqs{stage:hold_peak}`.
  const metrics = new Map<string, number[]>();
  const add = (name: string, value: number, tags: Readonly<Record<string, string>>) => {
    const selectors = Object.entries(tags).map(([tag, of]) => `${name}{${tag}:${of}}`);
    for (const selector of [name, ...selectors]) {
      const samples = metrics.get(selector);
      if (samples) samples.push(value);
      else metrics.set(selector, [value]);
    }
  };
  const start = 1_800_000_000_000;
  const state = { now: start, rate: 0 };
  const modules: Readonly<Record<string, unknown>> = {
    k6: {
      check: (value: unknown, sets: Record<string, (value: unknown) => boolean>, tags = {}) => {
        for (const test of Object.values(sets)) add('checks', test(value) ? 1 : 0, tags);
      },
    },
    'k6/execution': { default: { scenario: { startTime: start } } },
    'k6/http': {
      default: {
        get: (url: string, { tags = {} }: { tags?: Record<string, string> } = {}) => {
          if (!/^https?:\/\//.test(url)) throw new Error(`no address: ${url}`);
          const { milliseconds, failed } = service(state.rate);
          add('http_reqs', 1, tags);
          add('http_req_duration', milliseconds, tags);
          add('http_req_failed', failed ? 1 : 0, tags);
          return { status: failed ? 503 : 200 };
        },
      },
    },
  };
  const module = { exports: {} as Record<string, unknown> };
  const require = (name: string) => {
    if (!(name in modules)) throw new Error(`k6 has no module ${name}`);
    return { __esModule: true, ...(modules[name] as object) };
  };
  runInContext(
    code,
    createContext({
      module,
      exports: module.exports,
      require,
      __ENV: env,
      Date: { now: () => state.now },
      Error,
    }),
  );
  const {
    options,
    setup,
    default: iterate,
    handleSummary,
  } = module.exports as unknown as {
    options: Options;
    setup: () => void;
    default: () => void;
    handleSummary: (data: unknown) => Record<string, string>;
  };
  setup();
  const [scenario, ...others] = Object.values(options.scenarios);
  if (!scenario || others.length > 0) throw new Error('the stand-in runs one scenario');
  checkScenario(scenario);
  const isCrossed = ([metric, rules]: [string, readonly (string | Threshold)[]], abortsAfter?: number) =>
    rules.some((rule) => {
      const {
        threshold,
        abortOnFail = false,
        delayAbortEval = '0s',
      }: Threshold = typeof rule === 'string' ? { threshold: rule } : rule;
      const isAsked = abortsAfter === undefined || (abortOnFail && seconds(delayAbortEval) < abortsAfter);
      return isAsked && !holds(threshold, samplesOf(metrics, metric));
    });
  let [rate, greatestRate, elapsed] = [scenario.startRate, 0, 0];
  let isAborted = false;
  for (const { duration, target } of scenario.stages) {
    const length = seconds(duration);
    for (let second = 0; second < length && !isAborted; second += 1) {
      state.rate = rate + ((target - rate) * second) / length;
      greatestRate = Math.max(greatestRate, state.rate);
      const iterations =
        Math.floor(((elapsed + 1) * state.rate) / 60) - Math.floor((elapsed * state.rate) / 60);
      for (let index = 0; index < iterations; index += 1) {
        state.now = start + elapsed * 1000 + Math.floor((index * 1000) / iterations);
        const underWay = (state.rate / 60) * (service(state.rate).milliseconds / 1000);
        if (underWay > scenario.maxVUs) add('dropped_iterations', 1, {});
        else iterate();
      }
      elapsed += 1;
      if (elapsed % 15 === 0)
        isAborted = Object.entries(options.thresholds).some((entry) => isCrossed(entry, elapsed));
    }
    rate = target;
    greatestRate = Math.max(greatestRate, isAborted ? 0 : rate);
  }
  const names = [...metrics.keys(), ...Object.keys(options.thresholds)];
  const measured = [...new Set(names)].map((name) => ({
    name,
    values: valuesOf(name, samplesOf(metrics, name), elapsed),
  }));
  const files = handleSummary(
    summary === 'list'
      ? { config: { duration: elapsed }, results: { metrics: measured } }
      : {
          state: { testRunDurationMs: elapsed * 1000 },
          metrics: Object.fromEntries(measured.map((metric) => [metric.name, metric])),
        },
  );
  const isFailed = Object.entries(options.thresholds).some((entry) => isCrossed(entry));
  return { files, exitCode: isFailed ? 99 : 0, options, greatestRate };
}

function checkScenario(scenario: Scenario): void {
  const known = ['executor', 'startRate', 'timeUnit', 'preAllocatedVUs', 'maxVUs', 'stages'];
  const unknown = Object.keys(scenario).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`unknown options: ${unknown.join(', ')}`);
  if (scenario.executor !== 'ramping-arrival-rate') throw new Error(`unknown executor ${scenario.executor}`);
  if (scenario.timeUnit !== '1m') throw new Error('the stand-in counts in minutes');
  const numbers = [scenario.startRate, scenario.preAllocatedVUs, scenario.maxVUs];
  const targets = scenario.stages.map(({ target }) => target);
  if (![...numbers, ...targets].every((number) => Number.isInteger(number) && number >= 0))
    throw new Error('rates and VUs are whole numbers');
  if (scenario.maxVUs < scenario.preAllocatedVUs) throw new Error('maxVUs is below preAllocatedVUs');
}

function seconds(duration: string): number {
  const match = /^(\d+)(s|m|h)$/.exec(duration);
  if (!match) throw new Error(`no duration: ${duration}`);
  return Number(match[1]) * { s: 1, m: 60, h: 3600 }[match[2] as 's' | 'm' | 'h'];
}

function samplesOf(metrics: ReadonlyMap<string, number[]>, selector: string): readonly number[] {
  if (!/^[a-z_]+(?:\{[a-z_]+:[^}]+\})?$/.test(selector)) throw new Error(`no metric: ${selector}`);
  return metrics.get(selector) ?? [];
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}

function holds(threshold: string, values: readonly number[]): boolean {
  const match = /^(p\((\d+)\)|rate|count)\s*(<|>)\s*([0-9.]+)$/.exec(threshold);
  if (!match) throw new Error(`no threshold: ${threshold}`);
  const [, method = '', percent, operator, limit] = match;
  const sum = values.reduce((total, value) => total + value, 0);
  const found = method.startsWith('p(')
    ? percentile(values, Number(percent))
    : method === 'rate'
      ? sum / Math.max(1, values.length)
      : values.length;
  return operator === '<' ? found < Number(limit) : found > Number(limit);
}

function valuesOf(name: string, values: readonly number[], elapsed: number): object {
  if (name.startsWith('http_req_duration'))
    return { 'p(95)': percentile(values, 95), max: Math.max(0, percentile(values, 100)) };
  if (name.startsWith('http_req_failed') || name.startsWith('checks'))
    return { rate: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length) };
  return { count: values.length, rate: values.length / elapsed };
}
