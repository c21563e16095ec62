import { formatRate } from '../compiler/quantity/rate.ts';

/**
 * What one pod serves, as the spec writes it, rounded down: in whole requests per minute, or thousandths of one where
 * it is fewer than 100.
 *
 * @param rate of all requests per minute
 * @param share of the workload, in percent
 */
export function ratePerPod(rate: number, share: number, pods: number): string {
  const milli = Math.floor((rate * share * 10) / pods + 1e-6);
  return formatRate(milli >= 100_000 ? Math.floor(milli / 1000) * 1000 : Math.max(1, milli));
}
