import { jsonObject } from '../util/json-object.ts';

/** What a run says about the greatest rate that was served within the slo. */
export type Run =
  | {
      readonly ok: true;
      /** Requests per minute. */
      readonly rate: number;
      readonly p95Milliseconds: number;
      /** Percent. */
      readonly failed: number;
      /** `hold_peak`, or undefined for a run of another script, of which only the whole is known. */
      readonly stage: string | undefined;
      readonly environment: string | undefined;
    }
  | { readonly ok: false; readonly problem: string; readonly help: string };

/** What a run has to keep to where the summary itself does not say. */
export interface Slo {
  readonly p95Milliseconds: number;
  /** Percent. */
  readonly errorRate: number;
}

/**
 * Reads the summary of a script of ours, or of any other: `handleSummary` (values below `values`), `--summary-export`
 * (values in the metric itself), and either of them with `--new-machine-readable-summary` (metrics in a list).
 *
 * @source grafana.com/docs/k6, "Custom summary" and "Results output: --summary-export"; grafana/k6,
 *   internal/lib/summary/machine_readable.go (read 2026-11-27)
 */
export function readSummary(text: string, slo: Slo): Run {
  const summary = parse(text);
  const metrics = summary && metricsOf(summary);
  if (!summary || !metrics?.['http_reqs'])
    return {
      ok: false,
      problem: 'is no summary of a run of k6 with requests',
      help: 'k6-summary.json is written by the scripts of elastiform, and by k6 run --summary-export FILE',
    };
  const about = jsonObject(summary['elastiform']);
  const environment = typeof about?.['environment'] === 'string' ? about['environment'] : undefined;
  const held = about ? stagesOf(about, summary).map((stage) => measure(metrics, slo, stage)) : [];
  const runs = about ? held : [measure(metrics, slo, undefined, secondsOf(summary))];
  const best = runs
    .filter(({ isWithin }) => isWithin)
    .sort((a, b) => b.rate - a.rate)
    .at(0);
  if (best) {
    const { rate, p95Milliseconds, failed, stage } = best;
    return { ok: true, rate, p95Milliseconds, failed, stage, environment };
  }
  const [first] = runs;
  const told = first
    ? `${first.stage === undefined ? 'the run' : first.stage} has ${
        first.missing === undefined
          ? `p95 ${Math.round(first.p95Milliseconds)} ms and ${first.failed.toFixed(2)} % failed`
          : `no ${first.missing} in its summary`
      }`
    : 'no stage came to its end';
  return {
    ok: false,
    problem: `has no rate that was served within slo (p95 ${slo.p95Milliseconds} ms, ${slo.errorRate} % failed): ${told}`,
    help: 'test with more pods or at a lower rate; a rate beyond the slo says nothing about what a pod can serve',
  };
}

interface HeldStage {
  readonly name: string;
  readonly seconds: number;
}

/** Stages at one rate that the run has finished. */
function stagesOf(
  about: Readonly<Record<string, unknown>>,
  summary: Readonly<Record<string, unknown>>,
): readonly HeldStage[] {
  const ran = Number(jsonObject(summary['state'])?.['testRunDurationMs'] ?? Number.POSITIVE_INFINITY) / 1000;
  let end = 0;
  return (Array.isArray(about['stages']) ? about['stages'] : []).flatMap((item) => {
    const { name, seconds, hold } = jsonObject(item) ?? {};
    if (typeof name !== 'string' || typeof seconds !== 'number' || !(seconds > 0)) return [];
    end += seconds;
    // A second less than the whole: a run ends when its last request does.
    return hold === true && end <= ran + 1 ? [{ name, seconds }] : [];
  });
}

/** By name, in whichever form k6 has written them. */
function metricsOf(
  summary: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const list = jsonObject(summary['results'])?.['metrics'];
  if (!Array.isArray(list)) return jsonObject(summary['metrics']);
  return Object.fromEntries(
    list.flatMap((metric) => {
      const name = jsonObject(metric)?.['name'];
      return typeof name === 'string' ? [[name, metric]] : [];
    }),
  );
}

/** Of the whole run, where the summary says it. */
function secondsOf(summary: Readonly<Record<string, unknown>>): number | undefined {
  const seconds = jsonObject(summary['config'])?.['duration'];
  return typeof seconds === 'number' && seconds > 0 ? seconds : undefined;
}

/** @param ran seconds of the whole run: the newer summaries count requests and have no rate of them */
function measure(
  metrics: Readonly<Record<string, unknown>>,
  slo: Slo,
  stage: HeldStage | undefined,
  ran?: number,
) {
  const values = (name: string) => {
    const metric = jsonObject(metrics[stage === undefined ? name : `${name}{stage:${stage.name}}`]) ?? {};
    return jsonObject(metric['values']) ?? metric;
  };
  const number = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
  const requests = values('http_reqs');
  const failedOf = values('http_req_failed');
  const count = number(requests['count']);
  const rate = stage
    ? (count * 60) / stage.seconds
    : (requests['rate'] === undefined && ran !== undefined ? count / ran : number(requests['rate'])) * 60;
  const [p95, share] = [values('http_req_duration')['p(95)'], failedOf['rate'] ?? failedOf['value']];
  // What a summary does not say is not taken for zero: summaryTrendStats may have left p(95) out.
  const missing = Number.isSafeInteger(Math.round(rate * 1000))
    ? typeof p95 !== 'number'
      ? 'p(95) of http_req_duration'
      : typeof share !== 'number'
        ? 'http_req_failed'
        : undefined
    : 'possible rate of http_reqs';
  const p95Milliseconds = number(p95);
  const failed = number(share) * 100;
  const isWithin =
    missing === undefined && rate > 0 && p95Milliseconds < slo.p95Milliseconds && failed < slo.errorRate;
  return { rate, p95Milliseconds, failed, missing, isWithin, stage: stage?.name };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return jsonObject(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
