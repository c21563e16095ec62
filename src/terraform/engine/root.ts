import {
  type TerraformDataSource,
  TerraformLocal,
  TerraformOutput,
  type TerraformProvider,
  type TerraformResource,
  TerraformStack,
} from 'cdktf';
import type { Construct } from 'constructs';
import type { SpecPath } from '../../compiler/spec-path.ts';
import { invariant } from '../../util/invariant.ts';
import { addressName } from './address.ts';
import { expression } from './expression.ts';
import { literal } from './literal.ts';
import type { Loose } from './loose.ts';
import { referToAttributes } from './reference.ts';

/** Where an element is written and what it is called. */
export interface Place {
  /** The file without its ending: `rds-postgres`. */
  readonly file: string;
  /** The spec path that it comes from; the comment above the block. */
  readonly at: SpecPath;
  /** Keys and words that make the address, the item's key first. */
  readonly name: readonly string[];
  /** Further lines of the comment: why something is as it is. */
  readonly notes?: readonly string[];
}

export interface ResourcePlace extends Place {
  /** The name it had before; emits `moved`. */
  readonly previousName?: readonly string[] | undefined;
  /** The id of what exists already; emits `import`. */
  readonly importId?: string | undefined;
}

/** What the engine remembers about an element of the synthesized object. */
export interface Placed {
  readonly file: string;
  readonly at: SpecPath;
  readonly notes: readonly string[];
  /** The configuration as it was given: its order of keys is the order of the output. */
  readonly config: unknown;
}

/** How cdktf declares the class of a resource. */
interface ResourceClass<Config, T> {
  readonly tfResourceType: string;
  new (scope: Construct, id: string, config: Config): T;
}

/**
 * One Terraform root while it is being put together. All text in configurations is literal; only references
 * to other elements and `expression(…)` are live.
 */
export class Root {
  readonly stack: TerraformStack;
  readonly #placed = new Map<string, Placed>();
  readonly #imports: { to: string; id: string }[] = [];
  readonly #removed: { from: string; lifecycle: { destroy: boolean } }[] = [];
  readonly #moved: { from: string; to: string }[] = [];

  /** @param scope an App of the cdktf command line; our own commands need none */
  constructor(id: string, scope?: Construct) {
    // A stack may be the root of a tree, although its type does not say so (measured with cdktf 0.21.0).
    this.stack = new TerraformStack(scope as Construct, id);
  }

  /** Keyed by `resource.<type>.<name>`, `data.<type>.<name>`, `output.<name>`, … in the order of making. */
  get placed(): ReadonlyMap<string, Placed> {
    return this.#placed;
  }

  resource<Config, T extends TerraformResource>(
    Class: ResourceClass<Config, T>,
    place: ResourcePlace,
    config: Loose<Config>,
  ): T {
    const type = Class.tfResourceType;
    const name = addressName(place.name);
    const address = `${type}.${name}`;
    if (place.previousName) {
      const from = `${type}.${addressName(place.previousName)}`;
      this.#placeBlock(`moved[${this.#moved.length}]`, { ...place, notes: [] });
      this.#moved.push({ from, to: address });
    }
    if (place.importId !== undefined) {
      this.#placeBlock(`import[${this.#imports.length}]`, { ...place, notes: [] });
      this.#imports.push({ to: address, id: literal(place.importId) });
    }
    return this.#element(Class, `resource.${address}`, address, name, place, config);
  }

  data<Config, T extends TerraformDataSource>(
    Class: ResourceClass<Config, T>,
    place: Place,
    config: Loose<Config>,
  ): T {
    const name = addressName(place.name);
    const address = `data.${Class.tfResourceType.replace(/^data_/, '')}.${name}`;
    return this.#element(Class, address, address, name, place, config);
  }

  provider<Config, T extends TerraformProvider>(
    Class: ResourceClass<Config, T>,
    type: string,
    place: Place,
    config: Loose<Config>,
  ): T {
    this.#place(`provider.${type}`, place, config);
    return new Class(this.stack, `provider:${type}`, literal(config) as Config);
  }

  /** One of each for a set or a map; `over` is an expression. */
  forEach(element: TerraformResource | TerraformDataSource, over: string): void {
    // cdktf would have an iterator of its own.
    element.addOverride('for_each', literal(over));
  }

  /** @returns a reference to the local value */
  local(place: Place, value: unknown): string {
    const name = addressName(place.name);
    this.#place(`locals.${name}`, place, value);
    const local = new TerraformLocal(this.stack, `local:${name}`, literal(value));
    local.overrideLogicalId(name);
    return expression(`local.${name}`);
  }

  output(place: Place, config: { readonly value: unknown; readonly description: string }): void {
    const name = addressName(place.name);
    this.#place(`output.${name}`, place, config);
    const output = new TerraformOutput(this.stack, `output:${name}`, {
      value: literal(config.value),
      // Terraform takes descriptions as they stand.
      description: config.description,
    });
    output.overrideLogicalId(name);
  }

  /** A condition that every plan and apply reports about without stopping. `condition` is an expression. */
  check(place: Place, assert: { readonly condition: string; readonly errorMessage: string }): void {
    const name = addressName(place.name);
    this.#place(`check.${name}`, place, assert);
    this.stack.addOverride(`check.${name}.assert`, {
      condition: `\${${assert.condition}}`,
      error_message: literal(assert.errorMessage),
    });
  }

  /** The `terraform` block. Strings in it are literal for Terraform, so nothing is escaped. */
  settings(place: Omit<Place, 'name'>, settings: Record<string, unknown>): void {
    this.#place('terraform', { ...place, name: ['terraform'] }, settings);
    for (const [name, value] of Object.entries(settings)) {
      this.stack.addOverride(`terraform.${name}`, value);
    }
  }

  /** Lets Terraform forget a resource without destroying it. */
  removed(place: Omit<Place, 'name'>, address: string): void {
    this.#placeBlock(`removed[${this.#removed.length}]`, place);
    this.#removed.push({ from: address, lifecycle: { destroy: false } });
  }

  /** Called once, when everything has been added. */
  finish(): void {
    if (this.#imports.length > 0) this.stack.addOverride('import', this.#imports);
    if (this.#moved.length > 0) this.stack.addOverride('moved', this.#moved);
    if (this.#removed.length > 0) this.stack.addOverride('removed', this.#removed);
  }

  #element<Config, T extends TerraformResource | TerraformDataSource>(
    Class: ResourceClass<Config, T>,
    key: string,
    address: string,
    name: string,
    place: Place,
    config: Loose<Config>,
  ): T {
    this.#place(key, place, config);
    const element = new Class(this.stack, key.replaceAll('.', ':'), literal(config) as Config);
    // Before anything can refer to it: the name is then fixed in every reference.
    element.overrideLogicalId(name);
    referToAttributes(element, address);
    return element;
  }

  #placeBlock(key: string, { file, at, notes = [] }: Omit<Place, 'name'>): void {
    this.#placed.set(key, { file, at, notes, config: undefined });
  }

  #place(key: string, { file, at, notes = [] }: Place, config: unknown): void {
    invariant(!this.#placed.has(key), `two elements have the address ${key}`);
    this.#placed.set(key, { file, at, notes, config });
  }
}
