export const KIBI = 1024;

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: KIBI,
  Mi: KIBI ** 2,
  Gi: KIBI ** 3,
  Ti: KIBI ** 4,
};

/** A quantity of Kubernetes in its base unit: cores, or bytes. */
export function readQuantity(text: string | number | undefined): number | undefined {
  const match = /^([0-9]{1,15}(?:\.[0-9]{1,9})?)(?:(n|u|m|k|M|G|T|Ki|Mi|Gi|Ti)|[eE]([0-9]{1,2}))?$/.exec(
    String(text ?? ''),
  );
  if (!match) return undefined;
  return Number(match[1]) * (FACTORS[match[2] ?? ''] ?? 1) * 10 ** Number(match[3] ?? 0);
}
