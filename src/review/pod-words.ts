import type { Attributes, PlannedChange } from '../plan/plan.ts';
import { grouped } from '../util/grouped-digits.ts';
import type { ReviewedEnvironment } from './environment.ts';
import { arrow, type Phrase } from './phrase.ts';

/** What other bounds of an HPA mean for the nodes and for the database behind the pods. */
export function podWords(
  { before, after, address }: PlannedChange,
  { places, model }: ReviewedEnvironment,
): readonly Phrase[] {
  const [was, becomes] = [boundsOf(before), boundsOf(after)];
  if (was.min === becomes.min && was.max === becomes.max) return [];
  const [kind, key = ''] = places.get(address) ?? [];
  const workload = kind === 'workloads' ? model.workloads.get(key) : undefined;
  const requests = workload?.resources?.requests;
  const figures: string[] = [];
  const times = (each: number) => arrow(tidy(each * was.max), tidy(each * becomes.max));
  if (requests?.cpu !== undefined) figures.push(`${times(requests.cpu / 1000)} vCPU`);
  if (requests?.memory !== undefined) figures.push(`${times(requests.memory / 2 ** 30)} GiB`);
  const pool = workload?.database?.poolSize;
  if (pool !== undefined) figures.push(`${times(pool)} connections`);
  const range = arrow(`${was.min}–${was.max}`, `${becomes.min}–${becomes.max}`);
  return [
    {
      attributes: ['spec[0].min_replicas', 'spec[0].max_replicas'],
      text: `pods ${range}${figures.length > 0 ? `: up to ${figures.join(', ')}` : ''}`,
    },
  ];
}

function boundsOf({ spec }: Attributes): { min: number; max: number } {
  const first = Array.isArray(spec) ? (spec[0] as Attributes | undefined) : undefined;
  return { min: Number(first?.['min_replicas'] ?? 1), max: Number(first?.['max_replicas'] ?? 0) };
}

/** At most one digit after the point. */
function tidy(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Number.isInteger(rounded) ? grouped(rounded) : String(rounded);
}
