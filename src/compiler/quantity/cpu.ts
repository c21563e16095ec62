import type { Quantity } from './quantity.ts';

const MILLI = /^([0-9]{1,9})m$/;
const CORES = /^([0-9]{1,6})(?:\.([0-9]{1,3}))?$/;

/** CPU in **milli-CPU** (1000 is one core), written as Kubernetes writes it: `500m`, `2`, `0.5`. */
export const cpu: Quantity<number> = {
  noun: 'an amount of CPU',
  examples: ['500m', '2'],
  pattern: '^(?:[0-9]{1,9}m|[0-9]{1,6}(?:\\.[0-9]{1,3})?)$',
  acceptsNumber: true,
  parse(text) {
    const milli = MILLI.exec(text);
    if (milli) return positive(Number(milli[1]));
    const cores = CORES.exec(text);
    if (cores) return positive(Number(cores[1]) * 1000 + Number((cores[2] ?? '').padEnd(3, '0')));
    const withUnit = /^([0-9]{1,6}(?:\.[0-9]{1,3})?)\s?(?:cores?|cpus?|vcpus?)$/i.exec(text);
    if (withUnit) {
      return { ok: false, problem: 'cores are written without a unit', suggestion: String(withUnit[1]) };
    }
    const spaced = /^([0-9]{1,9})\s+m$/.exec(text);
    if (spaced)
      return { ok: false, problem: 'there is a space before the unit', suggestion: `${spaced[1]}m` };
    if (/^\.[0-9]{1,3}$/.test(text)) {
      return { ok: false, problem: 'the zero before the point is missing', suggestion: `0${text}` };
    }
    return { ok: false, problem: 'CPU is written in cores (2, 0.5) or in thousandths of a core (500m)' };
  },
  format: formatCpu,
};

function positive(milli: number) {
  return milli > 0
    ? ({ ok: true, value: milli } as const)
    : ({ ok: false, problem: 'zero CPU cannot be scheduled' } as const);
}

/** Milli-CPU in Kubernetes' canonical spelling: 500 is `500m`, 2000 is `2`. */
export function formatCpu(milli: number): string {
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}
