import { formatPath } from '../../compiler/spec-path.ts';
import { plural } from '../report.ts';
import { formatValue, type Proposal, type WorkloadProposal } from './propose.ts';

/** What a request costs over all pods, before and after: cores and GiB, positive for less. */
export interface Saving {
  readonly cores: number;
  readonly gib: number;
}

export function savingOf({ proposals }: WorkloadProposal, pods: number): Saving {
  const less = (resource: string) =>
    proposals
      .filter((proposal) => proposal.kind === 'request' && proposal.resource === resource)
      .reduce((sum, { now, proposed }) => sum + ((now ?? proposed) - proposed) * pods, 0);
  return { cores: less('cpu') / 1000, gib: less('memory') / 2 ** 30 };
}

const HEADER = ['value', 'now', 'measured', 'proposed', 'change', 'over all pods'];

/** One block for each workload: a table, how its numbers come about, and what else there is to know. */
export function printTable(workloads: readonly WorkloadProposal[]): string {
  return workloads.map(printWorkload).join('\n\n');
}

function printWorkload(workload: WorkloadProposal): string {
  const { key, container, pods, least, most, proposals, remarks } = workload;
  const seen = pods > 0 ? `, ${plural(pods, 'pod')} measured` : '';
  const range = least === most ? plural(most, 'pod') : `${least} to ${most} pods`;
  const rows = [HEADER, ...proposals.map((proposal) => rowOf(proposal, workload))];
  return [
    `${key} (container ${container}, ${range} in the spec${seen})`,
    ...align(rows).map((line) => `  ${line}`),
    ...proposals.filter(isChange).map(({ path, formula }) => `  ${formatPath(path)}: ${formula}`),
    ...proposals
      .filter((one) => !isChange(one))
      .map(({ path, formula }) => `  ${formatPath(path)} stays: ${formula}`),
    ...remarks.map((remark) => `  note: ${remark}`),
  ].join('\n');
}

export function isChange({ now, proposed }: Proposal): boolean {
  return now !== proposed;
}

function rowOf(proposal: Proposal, workload: WorkloadProposal): readonly string[] {
  const { path, now, proposed, measured } = proposal;
  return [
    formatPath(path),
    now === undefined ? '-' : formatValue(proposal, now),
    measured,
    isChange(proposal) ? formatValue(proposal, proposed) : 'stays',
    changeOf(now, proposed),
    overAllPods(proposal, workload),
  ];
}

function changeOf(now: number | undefined, proposed: number): string {
  if (now === undefined || now === proposed) return '';
  const percent = Math.round(((proposed - now) / now) * 100);
  return `${percent > 0 ? '+' : ''}${percent}%`;
}

function overAllPods({ kind, resource, now, proposed }: Proposal, { least, most }: WorkloadProposal): string {
  if (kind !== 'request' || now === undefined || now === proposed) return '';
  const unit = resource === 'cpu' ? 1000 : 2 ** 30;
  const numbers = [...new Set([least, most])].map((pods) => signed(((proposed - now) * pods) / unit));
  return `${numbers.join(' to ')} ${resource === 'cpu' ? 'cores' : 'GiB'}`;
}

export function signed(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return `${rounded > 0 ? '+' : ''}${rounded}`;
}

function align(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
