import type { Moment } from '../capacity/moments.ts';
import type { Scene } from '../capacity/scene.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { distinctPaths } from '../projection/distinct-paths.ts';
import type { Figure } from '../traffic/figure.ts';
import { sizePaths } from '../traffic/nodes-for.ts';

/** Pods of a workload in a moment, with how they were counted. */
export interface Said {
  readonly workload: string;
  readonly figure: Figure;
  /** The window whose floor holds for them. */
  readonly window: string | undefined;
}

/** A group follows from all pods that may run on it; one that nobody can count onto has its floors alone. */
export function inputsOf(
  group: string,
  {
    model,
    scene,
    said,
    moments,
  }: {
    readonly model: Model;
    readonly scene: Scene | undefined;
    readonly said: readonly Said[];
    readonly moments: readonly Moment[];
  },
): readonly SpecPath[] {
  const runners = scene?.runners.filter(({ pools }) => pools.some(({ name }) => name === group)) ?? [];
  const names = new Set(runners.map(({ pods }) => pods.name));
  const counted = said.filter(({ workload }) => names.has(`workloads.${workload}`));
  const floors = moments.flatMap((moment) => [...moment.floors]);
  const windows = floors.flatMap(([target, { path }]) =>
    target === group || names.has(target) ? [path.slice(0, 2)] : [],
  );
  const least = runners.filter(
    ({ pods }) => !counted.some(({ workload }) => pods.name === `workloads.${workload}`),
  );
  return distinctPaths([
    ...(model.traffic && counted.length > 0
      ? [
          ['traffic', 'peak'],
          ['traffic', 'averageToPeak'],
        ]
      : []),
    ...counted.flatMap(({ figure }) => figure.inputs.filter((path) => path.join('.') !== 'traffic.current')),
    ...least.map(({ pods }) => pods.least.path),
    ...(runners.length > 0 ? sizePaths(runners) : []),
    ...windows,
  ]);
}

/** Moments of which the same is to be said are told together: `pods of api in lunch, and otherwise: …`. */
export function saidTexts(said: readonly Said[]): readonly string[] {
  const byText = new Map<
    string,
    { readonly windows: Set<string>; always: boolean; readonly key: string; readonly formula: string }
  >();
  for (const { workload, figure, window } of said) {
    const text = `${workload} ${figure.formula}`;
    const known = byText.get(text) ?? {
      windows: new Set<string>(),
      always: false,
      key: workload,
      formula: figure.formula,
    };
    if (window === undefined) known.always = true;
    else known.windows.add(window);
    byText.set(text, known);
  }
  return [...byText.values()].map(({ key, windows, always, formula }) => {
    const isOnlyOne =
      windows.size === 0 &&
      ![...byText.values()].some((other) => other.key === key && other.windows.size > 0);
    const when = [
      ...(windows.size > 0 ? [`in ${[...windows].join(' and ')}`] : []),
      ...(always ? ['outside of windows'] : []),
    ];
    return `pods of ${key}${isOnlyOne ? '' : ` ${when.join(', and ')}`}: ${formula}`;
  });
}
