import { isObject } from '../util/is-object.ts';
import { isUse, type ReadMeasured, type Resource, Uses } from './measured.ts';

/**
 * Reads the answer of Prometheus to a query or a range query: `{"status":"success","data":{"resultType":
 * "vector"|"matrix","result":[…]}}`, or the `data` of it alone.
 *
 * CPU is in cores, memory in bytes. `container_cpu_usage_seconds_total` itself is a counter: from a range of it
 * the rate is made here, at a single moment it says nothing.
 *
 * @param resource what is measured, where no `__name__` says it: `rate(…)` takes the name away
 * @source prometheus.io/docs/prometheus/latest/querying/api (instant vectors, range vectors; values are text, also
 *   "NaN" and "+Inf"); cAdvisor docs/storage/prometheus.md for the two metrics (read 2026-11-25)
 */
export function readPrometheus(json: unknown, resource: Resource | undefined): ReadMeasured {
  const data = dataOf(json);
  if (!data)
    return failed('the answer of Prometheus has no result', 'save the whole answer of /api/v1/query_range');
  const { resultType, result } = data;
  if (resultType !== 'vector' && resultType !== 'matrix')
    return failed(
      `the result of the query is a ${String(resultType).slice(0, 40)}`,
      'query a vector by container and pod',
    );
  const uses = new Uses();
  const span = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  let dropped = 0;
  let unlabelled = 0;
  for (const series of result) {
    const read = readSeries(series, resource);
    if ('problem' in read) return failed(read.problem, read.help);
    if (!read.pod || !read.container) {
      unlabelled += 1;
      continue;
    }
    // The pod as a whole and the container that holds its network; not what a workload asks for.
    if (read.container === 'POD') continue;
    dropped += read.dropped;
    for (const [time, value] of read.samples) {
      span.first = Math.min(span.first, time);
      span.last = Math.max(span.last, time);
      uses.add(read.namespace, read.pod, read.container, read.resource, value);
    }
  }
  const list = uses.list();
  if (list.length === 0 && unlabelled > 0)
    return failed(
      'no series has the labels pod and container',
      'sum by (namespace, pod, container) in the query',
    );
  if (list.length === 0) return failed('the query found no samples', 'look at the query and its time range');
  const remarks = [
    ...(dropped > 0
      ? [`${dropped} samples that are no use (NaN, infinite, negative, too large) were left out`]
      : []),
    ...(unlabelled > 0 ? [`${unlabelled} series without the labels pod and container were left out`] : []),
  ];
  return {
    ok: true,
    measured: {
      source: 'Prometheus',
      uses: list,
      recommendations: [],
      spanSeconds: span.last - span.first,
      remarks,
    },
  };
}

export function isPrometheus(json: unknown): boolean {
  return (
    isObject(json) &&
    ('resultType' in json || 'status' in json || (isObject(json['data']) && 'resultType' in json['data']))
  );
}

interface Series {
  readonly namespace: string | undefined;
  readonly pod: string | undefined;
  readonly container: string | undefined;
  readonly resource: Resource;
  readonly samples: readonly (readonly [seconds: number, value: number])[];
  readonly dropped: number;
}

type Problem = { readonly problem: string; readonly help: string };

function readSeries(series: unknown, wanted: Resource | undefined): Series | Problem {
  const metric = isObject(series) && isObject(series['metric']) ? series['metric'] : {};
  const label = (...names: readonly string[]) => {
    const value = names.map((name) => metric[name]).find((text) => typeof text === 'string' && text !== '');
    return value as string | undefined;
  };
  const name = label('__name__');
  const resource = wanted ?? resourceOf(name);
  if (!resource) {
    return {
      problem:
        name === undefined
          ? 'the series do not say what they measure'
          : `the metric ${name.slice(0, 80)} is neither CPU nor memory`,
      help: 'name the file with --cpu FILE or --memory FILE',
    };
  }
  const all = isObject(series) ? pointsOf(series) : [];
  const isCounter = name === 'container_cpu_usage_seconds_total';
  if (isCounter && all.length < 2 && isObject(series) && 'value' in series) {
    return {
      problem: `${name} is a counter, and one moment of it says nothing`,
      help: `query rate(${name}[5m])`,
    };
  }
  const points = isCounter ? ratesOf(all) : all;
  const scaled = points.map(([time, value]) => [time, resource === 'cpu' ? value * 1000 : value] as const);
  const samples = scaled.filter(([time, value]) => Number.isFinite(time) && isUse(resource, value));
  return {
    namespace: label('namespace'),
    pod: label('pod', 'pod_name'),
    container: label('container', 'container_name'),
    resource,
    samples,
    dropped: scaled.length - samples.length,
  };
}

function resourceOf(name: string | undefined): Resource | undefined {
  if (name === undefined) return undefined;
  return /cpu/.test(name) ? 'cpu' : /memory/.test(name) ? 'memory' : undefined;
}

type Point = readonly [seconds: number, value: number];

function pointsOf(series: Readonly<Record<string, unknown>>): readonly Point[] {
  const values = Array.isArray(series['values'])
    ? series['values']
    : 'value' in series
      ? [series['value']]
      : [];
  return (values as readonly unknown[]).map((value) =>
    Array.isArray(value) ? [Number(value[0]), numberOf(value[1])] : [Number.NaN, Number.NaN],
  );
}

/** Prometheus writes numbers as text. */
function numberOf(text: unknown): number {
  return typeof text === 'string' && text !== '' ? Number(text) : Number.NaN;
}

/** Between a counter and its next value; a counter that falls has begun anew. */
function ratesOf(points: readonly Point[]): readonly Point[] {
  return points.slice(1).flatMap(([time, value], index): Point[] => {
    const [before, old] = points[index] as Point;
    return time > before && value >= old ? [[time, (value - old) / (time - before)]] : [];
  });
}

function dataOf(json: unknown): { resultType: unknown; result: readonly unknown[] } | undefined {
  const data = isObject(json) && isObject(json['data']) ? json['data'] : json;
  if (!isObject(data) || !Array.isArray(data['result'])) return undefined;
  return { resultType: data['resultType'], result: data['result'] };
}

function failed(problem: string, help: string): ReadMeasured {
  return { ok: false, problem, help };
}
