import type { Field } from '../../compiler/language/field.ts';
import type { SourceNode, SpecDocument } from '../../compiler/source-tree.ts';
import { formatPath, type SpecPath } from '../../compiler/spec-path.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { UsageError } from '../usage-error.ts';
import { parsePath } from './parse-path.ts';
import { specField } from './spec-field.ts';

/**
 * The item that the command names: one that the environment has, or a new one inside of such an item, as a
 * read replica is. A new item of a root map needs more than numbers and is written by hand.
 *
 * @throws UsageError
 */
export function findItem(text: string, language: Field, document: SpecDocument): SpecPath {
  const path = parsePath(text);
  if (!path)
    throw new UsageError(`"${text}" is no path`, 'write kind and name, such as workloads.blockchain-backend');
  let node: SourceNode | undefined = document.root;
  let isInside = false;
  for (const [index, part] of path.entries()) {
    const above = path.slice(0, index);
    const form = specField(language, above)?.field.form;
    const entries: ReadonlyMap<string, { readonly value: SourceNode }> =
      node?.kind === 'map' ? node.entries : new Map();
    if (form?.kind === 'map') {
      const isLast = index === path.length - 1;
      const isNew = !entries.has(part);
      if (isNew && !(isInside && isLast)) throw unknown(part, [...entries.keys()], formatPath(above));
      if (isNew && !new RegExp(form.keyPattern, 'u').test(part))
        throw new UsageError(
          `"${part}" cannot be a name in ${formatPath(above)}`,
          `names are ${form.keyMeaning}`,
        );
      isInside = true;
    } else if (form?.kind !== 'section' || !Object.hasOwn(form.fields, part)) {
      throw unknown(
        part,
        form?.kind === 'section' ? groupsOf(form.fields) : [],
        index === 0 ? '' : formatPath(above),
      );
    }
    node = entries.get(part)?.value;
  }
  const form = specField(language, path)?.field.form;
  if (form?.kind === 'section') return path;
  if (form?.kind === 'map') {
    const names = node?.kind === 'map' ? [...node.entries.keys()] : [];
    const help =
      names.length > 0
        ? `name one: ${names.map((name) => formatPath([...path, name])).join(', ')}`
        : 'it has none yet';
    throw new UsageError(`${text} is not one item`, help);
  }
  throw new UsageError(
    `${text} is a value`,
    `write elastiform scale ENV ${formatPath(path.slice(0, -1))} ${path.at(-1)}=VALUE`,
  );
}

function groupsOf(fields: Readonly<Record<string, Field>>): readonly string[] {
  return Object.entries(fields)
    .filter(([, { form }]) => form.kind === 'map' || form.kind === 'section')
    .map(([name]) => name);
}

function unknown(name: string, names: readonly string[], above: string): UsageError {
  const where = above === '' ? 'the spec language has no' : `${above} has no`;
  const full = (key: string) => (above === '' ? key : `${above}.${key}`);
  const near = didYouMean(name, names).map(full);
  const help =
    near.length > 0
      ? `did you mean ${near.join(' or ')}?`
      : names.length > 0
        ? `there are: ${names.slice(0, 30).map(full).join(', ')}`
        : 'write the item into the spec first';
  return new UsageError(`${where} ${name}`, help);
}
