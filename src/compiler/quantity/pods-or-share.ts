import type { Parsed, Quantity } from './quantity.ts';

/** A number of pods, or a share of the pods in percent: what Kubernetes calls an int-or-string. */
export interface PodsOrShare {
  readonly unit: 'pods' | 'percent';
  readonly amount: number;
}

/** `25%` of the pods, or `1` pod. */
export const podsOrShare: Quantity<PodsOrShare> = {
  noun: 'a number of pods or a share of them',
  examples: ['25%', '1'],
  pattern: '^[0-9]{1,6}%?$',
  acceptsNumber: true,
  parse(text): Parsed<PodsOrShare> {
    const match = /^([0-9]{1,6})(%?)$/.exec(text);
    if (!match) return { ok: false, problem: 'it is a whole number, if need be with a percent sign' };
    const amount = Number(match[1]);
    if (match[2] === '') return { ok: true, value: { unit: 'pods', amount } };
    if (amount > 100) return { ok: false, problem: 'more than 100 % of the pods is not possible' };
    return { ok: true, value: { unit: 'percent', amount } };
  },
  format: formatPodsOrShare,
};

/** As Kubernetes and its Terraform provider write it. */
export function formatPodsOrShare({ unit, amount }: PodsOrShare): string {
  return unit === 'percent' ? `${amount}%` : String(amount);
}
