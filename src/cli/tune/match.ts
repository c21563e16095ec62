import type { ContainerUse, Measured, Recommendation } from '../../measure/measured.ts';
import { plural } from '../report.ts';

/** What of a workload is needed to find its pods. */
export interface Wanted {
  readonly key: string;
  /** Of the Deployment. */
  readonly name: string;
  readonly namespace: string;
  readonly container: string;
  /** Whether elastiform manages the Deployment, so that the spec knows the name of the container. */
  readonly isManaged: boolean;
}

/** What was measured of one workload. */
export interface Match {
  readonly key: string;
  /** The container that is tuned. */
  readonly container: string;
  readonly uses: readonly ContainerUse[];
  readonly recommendation?: Recommendation | undefined;
  /** Pods that were seen, of one time or several. */
  readonly pods: number;
  /** Other containers of its pods. */
  readonly sidecars: readonly string[];
  /** What was left out and why, in sentences without a full stop. */
  readonly remarks: readonly string[];
}

/** Kubernetes makes random names of these letters, without vowels and what looks alike. @source apimachinery pkg/util/rand */
const HASH = '[bcdfghjklmnpqrstvwxz2456789]{1,10}';
const SUFFIX = '[bcdfghjklmnpqrstvwxz2456789]{5}';
const REST = new RegExp(`^-${HASH}-${SUFFIX}$`);
/** The name of a pod is cut off before its last five letters where it would be too long. */
const REST_OF_LONG = new RegExp(`^-?${HASH}-?${SUFFIX}$`);
const LONGEST_POD = 63;

/** Whether a pod is one of a Deployment: `<name>-<hash of the ReplicaSet>-<five letters>`. */
export function isPodOf(pod: string, deployment: string): boolean {
  if (!pod.startsWith(deployment)) return false;
  const rest = pod.slice(deployment.length);
  return REST.test(rest) || (pod.length === LONGEST_POD && REST_OF_LONG.test(rest));
}

/** Finds what was measured of each workload. The others have no match; remarks are about all of them. */
export function matchWorkloads(
  wanted: readonly Wanted[],
  measured: Measured,
): { readonly matches: readonly Match[]; readonly remarks: readonly string[] } {
  const remarks: string[] = [];
  const matches = wanted.flatMap((workload) => {
    const match =
      measured.source === 'KRR' ? recommended(workload, measured) : used(workload, wanted, measured);
    if (typeof match !== 'string') return [match];
    remarks.push(`${workload.key}: ${match}`);
    return [];
  });
  return { matches, remarks };
}

function recommended(
  { key, name, namespace, container, isManaged }: Wanted,
  { recommendations }: Measured,
): Match | string {
  const own = recommendations.filter(
    (one) => one.kind === 'Deployment' && one.name === name && one.namespace === namespace,
  );
  if (own.length === 0) return `KRR has no Deployment ${name} in the namespace ${namespace}`;
  const chosen = choose(
    container,
    isManaged,
    own.map((one) => one.container),
  );
  if ('problem' in chosen) return chosen.problem;
  const recommendation = own.find((one) => one.container === chosen.container);
  return {
    key,
    container: chosen.container,
    uses: [],
    recommendation,
    pods: 0,
    sidecars: own.map((one) => one.container).filter((one) => one !== chosen.container),
    remarks: chosen.remarks,
  };
}

function used(workload: Wanted, all: readonly Wanted[], { uses }: Measured): Match | string {
  const { key, name, namespace, container, isManaged } = workload;
  const own = uses.filter((use) => isPodOf(use.pod, name) && (use.namespace ?? namespace) === namespace);
  if (own.length === 0) return `no pod of the Deployment ${name} in the namespace ${namespace} was measured`;
  const twins = all.filter((other) => other.name === name && other.key !== key);
  if (twins.length > 0 && own.some((use) => use.namespace === undefined))
    return `${twins[0]?.key} has pods of the same name; measure with kubectl top pods --containers -A`;
  const chosen = choose(
    container,
    isManaged,
    own.map((use) => use.container),
  );
  if ('problem' in chosen) return chosen.problem;
  const main = own.filter((use) => use.container === chosen.container);
  const others = own.filter((use) => use.container !== chosen.container);
  const sidecars = [...new Set(others.map((use) => use.container))];
  const ignored = sidecars.map((sidecar) => {
    const pods = new Set(others.filter((use) => use.container === sidecar).map(({ pod }) => pod)).size;
    return `the container ${sidecar} of ${plural(pods, 'pod')} is not the workload's own and was ignored`;
  });
  return {
    key,
    container: chosen.container,
    uses: main,
    pods: new Set(main.map(({ pod }) => pod)).size,
    sidecars,
    remarks: [...chosen.remarks, ...ignored],
  };
}

/** The spec names the container of a Deployment that elastiform manages; of others it may have any name. */
function choose(
  container: string,
  isManaged: boolean,
  seen: readonly string[],
): { container: string; remarks: readonly string[] } | { problem: string } {
  const names = [...new Set(seen)];
  if (names.includes(container)) return { container, remarks: [] };
  const [only] = names;
  if (!isManaged && only !== undefined && names.length === 1)
    return { container: only, remarks: [`its only container is ${only}`] };
  return { problem: `the pods have no container ${container}, but ${names.join(', ')}` };
}
