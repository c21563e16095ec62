/** A taint by its key. */
export type Taints = ReadonlyMap<string, { readonly value?: string | undefined; readonly effect: string }>;

/** What a pod tolerates, by the key of the taint; without a value or an effect it tolerates any. */
export type Tolerations = ReadonlyMap<
  string,
  { readonly value?: string | undefined; readonly effect?: string | undefined }
>;

/**
 * Whether a pod may run on nodes with these taints. PreferNoSchedule is a wish and keeps no pod away.
 *
 * @source kubernetes/website@0008cd2, taint-and-toleration.md: one taint of effect NoSchedule or NoExecute left over is
 *   enough to keep a pod away (read 2026-11-25)
 */
export function tolerates(tolerations: Tolerations | undefined, taints: Taints): boolean {
  return [...taints].every(([key, taint]) => {
    if (taint.effect === 'PreferNoSchedule') return true;
    const toleration = tolerations?.get(key);
    if (!toleration) return false;
    const isOfValue = toleration.value === undefined || toleration.value === (taint.value ?? '');
    return isOfValue && (toleration.effect === undefined || toleration.effect === taint.effect);
  });
}
