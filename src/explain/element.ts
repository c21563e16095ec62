import type { Attribute, Body, TerraformFile, Value } from '../terraform/ir.ts';
import { invariant } from '../util/invariant.ts';

/** A block of the Terraform output with its scalars, as somebody may ask for it. */
export interface Element {
  /** As in a plan: `aws_db_instance.postgres`, `data.aws_vpc.main`, `local.names`, `output.x`, `provider.aws`, `terraform`. */
  readonly address: string;
  /** Below the folder of the environment, without its ending: `kubernetes/lookups`. */
  readonly file: string;
  /** The spec path of the block, as its comment has it. */
  readonly at: string;
  /** Further lines of the comment: why something is as it is. */
  readonly notes: readonly string[];
  /** Keyed by path as in a plan: `scaling_config[0].min_size`. Lists and maps are taken apart, unless empty. */
  readonly attributes: ReadonlyMap<string, LeafAttribute>;
}

export interface LeafAttribute {
  readonly value: Value;
  /** A bare reference, as in `ignore_changes`. */
  readonly isReference: boolean;
}

/** Keyed by {@link elementKey}, in the order in which the components made them. */
export type Elements = ReadonlyMap<string, Element>;

/** Both roots may have a `provider.aws`. */
export function elementKey({ file, address }: Element): string {
  return `${file.startsWith(KUBERNETES) ? 'kubernetes' : 'aws'} ${address}`;
}

/** `aws_vpc.main.tags.Name`, and of a local its value alone: `local.names[0]`. */
export function attributeName(address: string, attribute: string): string {
  const name = `${address}.${attribute}`;
  return address.startsWith('local.') ? name.replace(`${address}.value`, address) : name;
}

export const KUBERNETES = 'kubernetes/';

/**
 * The elements of one root.
 *
 * @param folder `kubernetes/`, or nothing
 * @param placed in the order of making: key of the engine and file
 * @returns one for each that was placed
 */
export function elementsOf(
  files: ReadonlyMap<string, TerraformFile>,
  folder: string,
  placed: readonly (readonly [key: string, file: string])[],
): readonly Element[] {
  const found = new Map<string, Element>();
  const anonymous = new Map<string, Element[]>();
  for (const [name, { blocks }] of files) {
    for (const { type, labels, comment = [], body } of blocks) {
      const [at = '', ...notes] = comment;
      const element = (address: string, attributes: Element['attributes']): Element => ({
        address,
        file: `${folder}${name}`,
        at,
        notes,
        attributes,
      });
      if (type === 'locals') {
        for (const { name: local, value } of body.attributes)
          found.set(
            `locals.${local}`,
            element(`local.${local}`, leavesOf({ attributes: [{ name: 'value', value }], blocks: [] })),
          );
      } else if (labels.length === 0 && type !== 'terraform') {
        const subject = body.attributes.find((attribute) => attribute.name === SUBJECTS[type])?.value;
        const queue = anonymous.get(`${type} ${name}`) ?? [];
        anonymous.set(`${type} ${name}`, [...queue, element(`${type}.${String(subject)}`, leavesOf(body))]);
      } else {
        const key = [type, ...labels].join('.');
        found.set(key, element(key.replace(/^resource\./, ''), leavesOf(body)));
      }
    }
  }
  return placed.map(([key, file]) => {
    // `import[0]`: the engine counts them, and each file has its own in that order.
    const element = found.get(key) ?? anonymous.get(`${key.replace(/\[.*/, '')} ${file}`)?.shift();
    invariant(element, `${key} is in a file`);
    return element;
  });
}

/** What blocks without a name are about. */
const SUBJECTS: Readonly<Record<string, string>> = { import: 'to', moved: 'to', removed: 'from' };

function leavesOf(body: Body): ReadonlyMap<string, LeafAttribute> {
  const leaves = new Map<string, LeafAttribute>();
  addBody(body, '', leaves);
  return leaves;
}

function addBody({ attributes, blocks }: Body, above: string, leaves: Map<string, LeafAttribute>): void {
  for (const attribute of attributes)
    addValue(attribute, attribute.value, `${above}${attribute.name}`, leaves);
  const counts = new Map<string, number>();
  for (const { type, labels, body } of blocks) {
    const name = [type, ...labels].join('.');
    const index = counts.get(name) ?? 0;
    counts.set(name, index + 1);
    // `backend.s3` and `required_providers` are there once.
    const isOne = labels.length > 0 || type === 'required_providers' || type === 'lifecycle';
    addBody(body, `${above}${name}${isOne ? '' : `[${index}]`}.`, leaves);
  }
}

function addValue(
  attribute: Attribute,
  value: Value,
  path: string,
  leaves: Map<string, LeafAttribute>,
): void {
  const isGroup = typeof value === 'object' && value !== null;
  const entries = isGroup ? Object.entries(value) : [];
  if (!isGroup || entries.length === 0) {
    leaves.set(path, { value, isReference: attribute.references === true });
    return;
  }
  for (const [key, item] of entries) {
    const step = Array.isArray(value) ? `[${key}]` : PLAIN.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    addValue(attribute, item, `${path}${step}`, leaves);
  }
}

const PLAIN = /^[A-Za-z_][A-Za-z0-9_-]*$/;
