import type { Parsed, Quantity } from './quantity.ts';

const DECIMAL: ReadonlyArray<readonly [suffix: string, power: number]> = [
  ['E', 18],
  ['P', 15],
  ['T', 12],
  ['G', 9],
  ['M', 6],
  ['k', 3],
  ['', 0],
];
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;

/**
 * The target of an HPA metric as a **canonical Kubernetes quantity**: `1000` becomes `1k`, `0.5` becomes
 * `500m`, `1024Mi` becomes `1Gi`.
 *
 * The provider stores what the API answers and compares text, so any other spelling is a difference in
 * every plan (kubernetes provider 2.38.0 has no quantity suppression on `average_value`; read in source).
 */
export const metricValue: Quantity<string> = {
  noun: 'a metric value',
  examples: ['100', '1k', '500m', '512Mi'],
  pattern: '^[0-9]{1,15}(?:\\.[0-9]{1,3})?(?:m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$',
  acceptsNumber: true,
  parse(text): Parsed<string> {
    const match = /^([0-9]{1,15})(?:\.([0-9]{1,3}))?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/.exec(text);
    if (!match)
      return { ok: false, problem: 'a metric value is a number, if need be with m, k, M, G, Ki, Mi or Gi' };
    const milli = BigInt(match[1] ?? '0') * 1000n + BigInt((match[2] ?? '').padEnd(3, '0'));
    if (milli === 0n) return { ok: false, problem: 'a target of zero can never be met' };
    const suffix = match[3] ?? '';
    const binary = BINARY.indexOf(suffix as (typeof BINARY)[number]);
    if (binary >= 0) return canonicalBinary(milli, binary + 1);
    if (suffix === 'm') {
      if (milli % 1000n !== 0n) return { ok: false, problem: 'thousandths are the smallest step' };
      return keep(canonicalDecimal(milli / 1000n));
    }
    const power = DECIMAL.find(([name]) => name === suffix)?.[1] ?? 0;
    return keep(canonicalDecimal(milli * 10n ** BigInt(power)));
  },
  format: (canonical) => canonical,
};

function canonicalDecimal(milli: bigint): string {
  for (const [suffix, power] of DECIMAL) {
    const size = 1000n * 10n ** BigInt(power);
    if (milli % size === 0n) return `${milli / size}${suffix}`;
  }
  return `${milli}m`;
}

function canonicalBinary(milli: bigint, power: number): Parsed<string> {
  const bytes = milli * 1024n ** BigInt(power);
  if (bytes % 1000n !== 0n) return { ok: false, problem: 'this is not a whole number of bytes' };
  let amount = bytes / 1000n;
  let step = 0;
  while (step < BINARY.length && amount % 1024n === 0n) {
    amount /= 1024n;
    step += 1;
  }
  // Without a suffix nobody can see that it was binary, and the API server makes 64k of 64000.
  return keep(step === 0 ? canonicalDecimal(amount * 1000n) : `${amount}${BINARY[step - 1]}`);
}

/** Kubernetes rounds what has more digits, so the text in the cluster would differ from the one here. */
function keep(canonical: string): Parsed<string> {
  if (/^[0-9]{1,15}(?![0-9])/.test(canonical)) return { ok: true, value: canonical };
  return { ok: false, problem: 'a metric value has at most 15 digits' };
}
