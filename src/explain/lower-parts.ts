import type { Knowledge, ResolvedSpec } from '../compiler/compile.ts';
import type { Lowering } from '../compiler/component.ts';
import type { Cell, GroupCell } from '../compiler/resolve/cell.ts';
import type { Root } from '../terraform/engine/root.ts';
import { makeRoots, type Roots } from '../terraform/platform/roots.ts';
import { addRetired } from '../terraform/platform/stateful.ts';
import { invariant } from '../util/invariant.ts';
import { type Elements, elementKey, KUBERNETES } from './element.ts';
import { ElementReader } from './element-reader.ts';
import { areWhole, onlyItem } from './item-parts.ts';
import { modelWith } from './model-with.ts';
import type { Part, PlacedCount } from './part.ts';
import { recordedModel } from './recorded-model.ts';

/** What every environment has, and what was retired; the others are components by their key. */
export const PLATFORM = '(platform)';
export const RETIRED = '(retired)';

/** The component of a part, which may be about one of its items: `databases postgres`. */
export function componentOf(part: string): string {
  return part.replace(/ .*/s, '');
}

type Model = ResolvedSpec['model'];

/**
 * Lowers one part of an environment alone. A component adds to the roots and never looks at what others added
 * (the engine has no way to ask), so that all parts together are the environment, and a change of one value needs
 * only those parts again that read it. Most components do the same for each of their items, which are parts then.
 */
export class PartLowerer {
  readonly #spec: ResolvedSpec;
  readonly #language: Knowledge['language'];
  readonly #lowerings: ReadonlyMap<string, Lowering<never>>;
  readonly #reader = new ElementReader();
  readonly #models = new WeakMap<Cell, unknown>();

  static async of(spec: ResolvedSpec, { components, language }: Knowledge): Promise<PartLowerer> {
    const entries = await Promise.all(
      components.map(async (component) => [component.key, await component.lowering()] as const),
    );
    return new PartLowerer(spec, language, new Map(entries));
  }

  private constructor(
    spec: ResolvedSpec,
    language: Knowledge['language'],
    lowerings: ReadonlyMap<string, Lowering<never>>,
  ) {
    this.#spec = spec;
    this.#language = language;
    this.#lowerings = lowerings;
  }

  /** All parts of the environment as it is, in the order of making. */
  parts(): ReadonlyMap<string, Part> {
    const keys = [PLATFORM, ...this.#lowerings.keys(), RETIRED];
    return new Map(keys.flatMap((key) => this.#partsOf(key)));
  }

  /** @throws what the component throws for values that cannot be */
  lower(part: string, cells: GroupCell): Elements {
    return this.#lower(part, modelWith(this.#language, cells, this.#models) as Model);
  }

  #partsOf(component: string): readonly (readonly [string, Part])[] {
    const whole = this.#lowerAndRecord(component);
    const items: unknown = this.#spec.model[component];
    if (!(items instanceof Map) || items.size < 2) return [[component, whole]];
    const parts = [...items.keys()].map((item) => {
      const key = `${component} ${String(item)}`;
      return [key, this.#lowerAndRecord(key)] as const;
    });
    const isDivided = areWhole(
      parts.map(([, part]) => part),
      whole,
    );
    return isDivided ? parts : [[component, whole]];
  }

  /** Slower than `lower`. */
  #lowerAndRecord(part: string): Part {
    const reads = new Map<string, PlacedCount>();
    let placed: (() => PlacedCount) | undefined;
    const model = recordedModel(this.#language, this.#spec.cells, (read) => {
      if (placed && !reads.has(read)) reads.set(read, placed());
    }) as Model;
    if (part === PLATFORM) placed = () => NOTHING;
    const elements = this.#lower(part, model, (count) => {
      placed = count;
    });
    return { elements, reads };
  }

  /** @param start called when the platform is there, which is no part of a component */
  #lower(part: string, model: Model, start?: (placed: () => PlacedCount) => void): Elements {
    const roots = makeRoots(model);
    const platform = part === PLATFORM ? NOTHING : sizes(roots);
    start?.(() => ({
      aws: roots.aws.placed.size - platform.aws,
      kubernetes: roots.kubernetes.placed.size - platform.kubernetes,
    }));
    if (part === RETIRED) addRetired(roots, { ...this.#spec, model });
    else if (part !== PLATFORM) this.#lowerComponent(part, model, roots);
    roots.aws.finish();
    roots.kubernetes.finish();
    const read = (root: Root, folder: string, first: number) =>
      this.#reader.read(root, folder, [...root.placed.keys()].slice(first), start && 'remember');
    const elements = [
      ...read(roots.aws, '', platform.aws),
      ...read(roots.kubernetes, KUBERNETES, platform.kubernetes),
    ];
    return new Map(elements.map((element) => [elementKey(element), element]));
  }

  #lowerComponent(part: string, model: Model, roots: Roots): void {
    const component = componentOf(part);
    const lower = this.#lowerings.get(component);
    invariant(lower, `${component} is a component`);
    const items: unknown = model[component];
    const own =
      part === component
        ? items
        : onlyItem(items, part.slice(component.length + 1), this.#spec.model[component]);
    lower(own as never, roots, model, model, this.#spec.catalog);
  }
}

const NOTHING: PlacedCount = { aws: 0, kubernetes: 0 };

function sizes({ aws, kubernetes }: Roots): PlacedCount {
  return { aws: aws.placed.size, kubernetes: kubernetes.placed.size };
}
