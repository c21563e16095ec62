/** Use of one container of one pod. Samples are in no order. */
export interface ContainerUse {
  /** Absent where the output does not say it. */
  readonly namespace?: string | undefined;
  readonly pod: string;
  readonly container: string;
  /** Milli-CPU. */
  readonly cpu: readonly number[];
  /** Bytes of the working set. */
  readonly memory: readonly number[];
}

/** What another tool recommends for one container of one workload; its headroom is in it. */
export interface Recommendation {
  readonly namespace: string;
  /** `Deployment`, `StatefulSet`, … */
  readonly kind: string;
  readonly name: string;
  readonly container: string;
  /** Milli-CPU; absent where the tool does not know. */
  readonly cpu?: number | undefined;
  /** Bytes; absent where the tool does not know. */
  readonly memory?: number | undefined;
}

/** What a file with measurements says. Names come from the file and are as hostile as it is. */
export interface Measured {
  readonly source: 'kubectl top' | 'Prometheus' | 'KRR';
  readonly uses: readonly ContainerUse[];
  readonly recommendations: readonly Recommendation[];
  /** From the first sample to the last in seconds; 0 for a moment, absent where there are no times. */
  readonly spanSeconds?: number | undefined;
  /** What was left out, in sentences without a full stop. */
  readonly remarks: readonly string[];
}

export type ReadMeasured =
  | { readonly ok: true; readonly measured: Measured }
  | { readonly ok: false; readonly problem: string; readonly help: string };

export type Resource = 'cpu' | 'memory';

/** More than any machine has: such a number is a mistake of units. */
const MOST: Readonly<Record<Resource, number>> = { cpu: 10_000 * 1000, memory: 2 ** 50 };

/** Whether a number can be a use: finite, not negative, and less than any machine has. */
export function isUse(resource: Resource, value: number): boolean {
  return Number.isFinite(value) && value >= 0 && value <= MOST[resource];
}

/** Collects samples by container. */
export class Uses {
  readonly #byKey = new Map<string, ContainerUse & { cpu: number[]; memory: number[] }>();

  add(
    namespace: string | undefined,
    pod: string,
    container: string,
    resource: Resource,
    value: number,
  ): void {
    const key = JSON.stringify([namespace, pod, container]);
    const use = this.#byKey.get(key) ?? { namespace, pod, container, cpu: [], memory: [] };
    this.#byKey.set(key, use);
    use[resource].push(value);
  }

  list(): readonly ContainerUse[] {
    return [...this.#byKey.values()];
  }
}

/** The measurements of several files of one kind as if they were one. */
export function together(all: readonly Measured[]): Measured {
  const uses = new Uses();
  for (const { namespace, pod, container, cpu, memory } of all.flatMap((measured) => measured.uses)) {
    for (const value of cpu) uses.add(namespace, pod, container, 'cpu', value);
    for (const value of memory) uses.add(namespace, pod, container, 'memory', value);
  }
  const spans = all.map(({ spanSeconds }) => spanSeconds ?? 0);
  return {
    source: all[0]?.source ?? 'Prometheus',
    uses: uses.list(),
    recommendations: all.flatMap(({ recommendations }) => recommendations),
    // The shorter one decides whether there is enough of both.
    spanSeconds: spans.length > 0 ? Math.min(...spans) : undefined,
    remarks: all.flatMap(({ remarks }) => remarks),
  };
}
