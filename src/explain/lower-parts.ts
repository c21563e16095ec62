import type { Knowledge, ResolvedSpec } from '../compiler/compile.ts';
import type { Lowering } from '../compiler/component.ts';
import type { GroupCell } from '../compiler/resolve/cell.ts';
import { modelOf } from '../compiler/resolve/model.ts';
import type { Root } from '../terraform/engine/root.ts';
import type { Tree } from '../terraform/engine/to-body.ts';
import { toFiles } from '../terraform/engine/to-files.ts';
import { makeRoots } from '../terraform/platform/roots.ts';
import { addRetired } from '../terraform/platform/stateful.ts';
import { invariant } from '../util/invariant.ts';
import { type Elements, elementsOf, KUBERNETES } from './element.ts';
import { recordedModel } from './recorded-model.ts';

/** What one component makes, or the platform around them, and what of the model it read for that. */
export interface Part {
  readonly elements: Elements;
  /** `pathKey`s. */
  readonly reads: ReadonlySet<string>;
}

/** What every environment has, and what was retired; the others are components by their key. */
export const PLATFORM = '(platform)';
export const RETIRED = '(retired)';

/**
 * Lowers one part of an environment alone. A component adds to the roots and never looks at what others added
 * (the engine has no way to ask), so that all parts together are the environment, and a change of one value needs
 * only those parts again that read it.
 */
export class PartLowerer {
  readonly keys: readonly string[];
  readonly #spec: ResolvedSpec;
  readonly #language: Knowledge['language'];
  readonly #lowerings: ReadonlyMap<string, Lowering<never>>;

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
    this.keys = [PLATFORM, ...lowerings.keys(), RETIRED];
  }

  /** @throws what the component throws for values that cannot be */
  lower(key: string, cells: GroupCell): Elements {
    return this.#lower(key, modelOf(this.#language, cells) as ResolvedSpec['model'], () => {});
  }

  /** As `lower`, and slower: remembers what is read. */
  lowerAndRecord(key: string, cells: GroupCell): Part {
    const reads = new Set<string>();
    let isRecording = key === PLATFORM;
    const model = recordedModel(this.#language, cells, (read) => {
      if (isRecording) reads.add(read);
    }) as ResolvedSpec['model'];
    const elements = this.#lower(key, model, () => {
      isRecording = true;
    });
    return { elements, reads };
  }

  /** @param start called when the platform is there, which is no part of a component */
  #lower(key: string, model: ResolvedSpec['model'], start: () => void): Elements {
    const roots = makeRoots(model);
    const own = [roots.aws, roots.kubernetes].map((root) => ({
      root,
      platform: key === PLATFORM ? new Set<string>() : new Set(root.placed.keys()),
    }));
    start();
    if (key === RETIRED) addRetired(roots, { ...this.#spec, model });
    else if (key !== PLATFORM) {
      const lower = this.#lowerings.get(key);
      invariant(lower, `${key} is a part`);
      lower(model[key] as never, roots, model, model, this.#spec.catalog);
    }
    roots.aws.finish();
    roots.kubernetes.finish();
    const elements = own.flatMap(({ root, platform }) => [
      ...elementsIn(root, root === roots.kubernetes ? KUBERNETES : '', platform),
    ]);
    return new Map(elements);
  }
}

function elementsIn(root: Root, folder: string, platform: ReadonlySet<string>): Elements {
  const own = [...root.placed].filter(([key]) => !platform.has(key));
  if (own.length === 0) return new Map();
  const files = toFiles(root.stack.toTerraform() as Tree, root.placed, []);
  return elementsOf(
    files,
    folder,
    own.map(([key, { file }]) => [key, file] as const),
  );
}
