import type { Results } from './results.ts';
import type { Summary } from './statistics.ts';

/** The results for people. */
export function page({ machine, cold, curves, peers, terraform, missing }: Results): string {
  const noChange = ratioAtLargest({ curves });
  return `${[
    '# Results',
    '',
    'Made by `npm run bench`; [how to read these](../README.md). Medians, with the quarters around them in brackets.',
    '',
    `${machine.cpu}, ${machine.processors} processors, Node ${machine.node}, ${machine.system}; ${machine.mode} run of ${machine.date}; load of the machine ${machine.load} at the start.`,
    '',
    '## Cold start',
    '',
    table(
      ['command', 'ms', 'to `node -e 0`', 'peak MiB'],
      cold.map(({ name, wallMs, ratio, peakMiB }) => [name, told(wallMs), told(ratio), told(peakMiB)]),
    ),
    '## Growth',
    '',
    '![time by environments](environments.svg)',
    '![memory by environments](memory.svg)',
    '![time by resources](resources.svg)',
    '',
    table(
      [
        'what',
        'of',
        'slope',
        'CPU ms for one',
        'wall ms for one',
        'peak MiB for one',
        'largest',
        'its CPU ms',
        'its wall ms',
      ],
      curves.map(({ name, of, slope, cpuMsForOne, wallMsForOne, peakMiBForOne, points }) => {
        const last = points.at(-1)!;
        const cells = [
          name,
          of,
          slope,
          cpuMsForOne,
          wallMsForOne,
          peakMiBForOne,
          last.count,
          last.cpuMs,
          last.wallMs,
        ];
        return cells.map(String);
      }),
    ),
    `A run without a change takes ${noChange} of one that compiles and writes everything.`,
    '',
    '## Beside what else there is',
    '',
    table(
      ['job', 'program', 'ms', 'to elastiform', 'peak MiB'],
      peers.map(({ job, name, wallMs, ratio, peakMiB }) => [
        job,
        name,
        told(wallMs),
        told(ratio),
        told(peakMiB),
      ]),
    ),
    table(
      ['check', 'ms'],
      terraform.map((one) => [
        one.name,
        'skipped' in one ? `not measured: ${one.skipped}` : told(one.wallMs),
      ]),
    ),
    'Not measured:',
    '',
    ...missing.map((one) => `- ${one}`),
  ].join('\n')}\n`;
}

function ratioAtLargest({ curves }: Pick<Results, 'curves'>): string {
  const of = (name: string) =>
    curves.find((curve) => curve.name === name)?.points.at(-1)?.wallMs ?? Number.NaN;
  return `1/${(of('compile and write all') / of('no change')).toFixed(1)}`;
}

function told({ median, quartiles: [first, third] }: Summary): string {
  return `${median} (${first} – ${third})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
