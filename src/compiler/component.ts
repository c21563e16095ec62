import type { Catalog } from '../catalog/catalog.ts';
import type { Roots } from '../terraform/platform/roots.ts';
import type { Frame } from './frame/frame.ts';
import type { Field, ModelOf } from './language/field.ts';
import type { Rule } from './rules/rule.ts';
import type { SpecPath } from './spec-path.ts';

/**
 * One kind of thing that the compiler can scale. The compiler knows no component by name; it is handed a
 * list of these.
 */
export interface Component<Key extends string = string, F extends Field = Field> {
  /** The key of the spec: in the plural for a map of items (`databases`). */
  readonly key: Key;
  /** A map of items, or a section where there is one of it, with everything an editor needs to explain it. */
  readonly field: F;
  /** Rules about this kind alone. */
  readonly rules: readonly Rule<ModelOf<F>>[];
  /**
   * The items that hold data, also those inside of others, such as read replicas. They may leave the spec only
   * in words (`retired`). `'none'` when nothing of this kind holds data.
   */
  readonly statefulItems: 'none' | ((items: ModelOf<F>) => readonly StatefulItem[]);
  /**
   * Loads the only part that knows cdktf, so that checking a spec does not wait for it.
   * The function adds this kind's resources to the two Terraform roots of the environment.
   */
  lowering(): Promise<Lowering<ModelOf<F>>>;
}

/** An item that holds data. */
export interface StatefulItem {
  readonly path: SpecPath;
  /** The path under which it was known before somebody renamed it. */
  readonly previousPath?: SpecPath | undefined;
}

/**
 * Items are sorted by key. Kinds that are about others, such as schedules, also read the whole model; they know
 * its type as `Model` of the registry.
 */
// The type of the model follows from the list of the components, and cannot stand in the type of each of them.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Lowering<Items, Whole = any> = (
  items: Items,
  roots: Roots,
  frame: Frame,
  model: Whole,
  catalog: Catalog,
) => void;

/** Keeps the types of key and field, so that the model can be inferred from a list of components. */
export function defineComponent<const Key extends string, F extends Field>(
  component: Component<Key, F>,
): Component<Key, F> {
  return component;
}
