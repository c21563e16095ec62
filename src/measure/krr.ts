import { isObject } from '../util/is-object.ts';
import { isUse, type ReadMeasured, type Recommendation } from './measured.ts';

/**
 * Reads what `krr simple -f json` prints. KRR tells what it recommends and not what it has measured; its own
 * headroom is in the numbers.
 *
 * @source robusta-dev/krr robusta_krr/core/models/result.py and allocations.py: scans[].object {namespace, kind,
 *   name, container}, scans[].recommended.requests.{cpu, memory} as {value, severity}; CPU in cores, memory in
 *   bytes, "?" where it does not know (read 2026-11-25)
 */
export function readKrr(json: unknown): ReadMeasured {
  const scans = isObject(json) && Array.isArray(json['scans']) ? (json['scans'] as readonly unknown[]) : [];
  const recommendations = scans.flatMap(readScan);
  if (recommendations.length === 0)
    return { ok: false, problem: 'KRR has recommended nothing', help: 'look at what krr prints as a table' };
  const unknown = recommendations.filter(
    ({ cpu, memory }) => cpu === undefined || memory === undefined,
  ).length;
  const left = scans.length - recommendations.length;
  const remarks = [
    ...(unknown > 0 ? [`KRR does not know enough about ${unknown} containers`] : []),
    ...(left > 0 ? [`${left} scans could not be read and were left out`] : []),
  ];
  return { ok: true, measured: { source: 'KRR', uses: [], recommendations, remarks } };
}

export function isKrr(json: unknown): boolean {
  return isObject(json) && Array.isArray(json['scans']);
}

function readScan(scan: unknown): Recommendation[] {
  const object = isObject(scan) && isObject(scan['object']) ? scan['object'] : {};
  const recommended = isObject(scan) && isObject(scan['recommended']) ? scan['recommended'] : {};
  const requests = isObject(recommended['requests']) ? recommended['requests'] : {};
  const { namespace, kind, name, container } = object;
  if (typeof name !== 'string' || typeof container !== 'string' || typeof namespace !== 'string') return [];
  const cores = valueOfRequest(requests['cpu']);
  const cpu = cores === undefined ? undefined : cores * 1000;
  const memory = valueOfRequest(requests['memory']);
  return [
    {
      namespace,
      kind: typeof kind === 'string' ? kind : 'Deployment',
      name,
      container,
      cpu: cpu !== undefined && isUse('cpu', cpu) ? cpu : undefined,
      memory: memory !== undefined && isUse('memory', memory) ? memory : undefined,
    },
  ];
}

function valueOfRequest(request: unknown): number | undefined {
  const value = isObject(request) ? request['value'] : request;
  return typeof value === 'number' && value > 0 ? value : undefined;
}
