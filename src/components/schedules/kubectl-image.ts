/**
 * The newest patch of kubectl that was seen as `registry.k8s.io/kubectl` for each minor of Kubernetes.
 *
 * @source kubernetes/kubernetes #116672 (the image exists since 1.28); tags in public manifests, among them
 *   kumahq/kuma #14300 (read 2026-11-25)
 */
const PATCHES: Readonly<Record<number, number>> = { 28: 15, 31: 2, 32: 3, 33: 6, 34: 3, 35: 7, 36: 4 };

const FIRST = 28;

/**
 * The official image: kubectl and nothing else, not even a shell. A minor that is not in the table has a
 * patch 0, as every minor has; kubectl talks to clusters one minor older or newer than itself.
 */
export function kubectlImage(kubernetesVersion: string): string {
  const minor = Math.max(Number(kubernetesVersion.split('.')[1]), FIRST);
  return `registry.k8s.io/kubectl:v1.${minor}.${PATCHES[minor] ?? 0}`;
}
