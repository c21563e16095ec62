/** A place where a synthesized body does not fit its schema. It is our bug, never the user's. */
export interface Finding {
  /** `spec[0].metric[1].resource.target.type`; a block has an index where it was given in an array. */
  readonly path: string;
  /** Lower case, no full stop. */
  readonly message: string;
}

/** Of what fits, which is nearly everything: one list for all of it. */
export const NO_FINDINGS: readonly Finding[] = [];

/**
 * Adds what was found inside of something, with the step that leads there in front of each path. Paths are made
 * on the way out, so that nobody makes one for each value that fits. Until they are complete they begin with the
 * sign of their first step: `.name`, `[0].name`.
 *
 * @param step a name, or the index of an item
 */
export function addInside(findings: Finding[], step: string | number, inside: readonly Finding[]): void {
  for (const { path, message } of inside) {
    findings.push({ path: typeof step === 'string' ? `.${step}${path}` : `[${step}]${path}`, message });
  }
}
