import type { Model } from '../components/registry.ts';
import { grouped } from '../util/grouped-digits.ts';
import { HOURS_PER_MONTH } from './item.ts';

/** What is in no sum, once for all items. */
export function notesOf(model: Model, withAlarms: boolean): readonly string[] {
  return [
    `a month has ${HOURS_PER_MONTH} hours; sums are exact and rounded once, so that the last cent may differ from that of the lines`,
    NOT_INCLUDED,
    ...(withAlarms ? [] : ['not included: CloudWatch alarms and the dashboard']),
    ...podsNote(model),
    ...eventsNote(model),
    ...edgeNotes(model),
  ];
}

const NOT_INCLUDED =
  'not included: reserved instances, savings plans, free tiers and taxes; data transfer, NAT gateways, load balancers and the EKS control plane; snapshots and backups; logs, enhanced monitoring and extended support; CPU credits; the alarms that Application Auto Scaling makes';

function podsNote({ databases, clusterAutoscaler }: Model): readonly string[] {
  const own = [
    ...([...databases.values()].some(({ connectionPooler }) => connectionPooler) ? ['PgBouncer'] : []),
    ...(clusterAutoscaler ? ['Cluster Autoscaler'] : []),
  ];
  return own.length === 0
    ? []
    : [`pods of ${own.join(' and ')} run on the nodes and have no price of their own`];
}

function eventsNote({ traffic }: Model): readonly string[] {
  const names = [...(traffic?.events?.keys() ?? [])];
  return names.length === 0 ? [] : [`traffic.events is in no sum: ${names.join(', ')}`];
}

const UNITS_PER_RPS = 60_000;

function edgeNotes({ edge }: Model): readonly string[] {
  return [...edge].map(([key, { requestRate }]) => {
    const rate = requestRate
      ? `; requestRate is ${grouped(Math.round(requestRate.reads / UNITS_PER_RPS))} a second at the worst moment, not in a month`
      : '';
    return `CloudFront of edge.${key} is in no sum: it costs by requests and bytes, which the spec does not say${rate}`;
  });
}
