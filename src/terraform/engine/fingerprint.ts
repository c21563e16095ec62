import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import { invariant } from '../../util/invariant.ts';
import type { Root } from './root.ts';

/**
 * All that decides how an element is written, as one text: two with the same text are written alike. It takes a tenth
 * of the time of writing them.
 *
 * @param key of {@link Root.placed}
 */
export function fingerprintOf(root: Root, key: string): string {
  const placed = root.placed.get(key);
  invariant(placed, `${key} was placed`);
  const { file, at, notes, config } = placed;
  const spelled = spell([file, at, notes, config, overridesOf(root, key)], root);
  // The engine counts blocks without a name, and one less before them makes no other block of them.
  return `${key.replace(/\[.*/, '')} ${spelled}`;
}

/** Elements that are constructs of cdktf, by the key of {@link Root.placed}; the others are overrides of the stack. */
export function constructId(key: string): string | undefined {
  return /^(?:terraform$|check\.|(?:moved|import|removed)\[)/.test(key)
    ? undefined
    : key.replaceAll('.', ':').replace(/^locals:/, 'local:');
}

function overridesOf({ stack }: Root, key: string): unknown {
  const id = constructId(key);
  const element = id === undefined ? stack : stack.node.findChild(id);
  const overrides: unknown = (element as typeof stack)['rawOverrides'];
  if (id !== undefined) return overrides;
  return key.split(/[.[\]]+/).reduce<unknown>((tree, part) => {
    return part === '' ? tree : (tree as Record<string, unknown> | undefined)?.[part];
  }, overrides);
}

function spell(value: unknown, root: Root): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.includes(TOKEN) ? resolved(value, root) : value);
    case 'number':
      // Numbers that stand for a reference are beyond 10^200; asking cdktf about each takes long.
      return Math.abs(value) < 1e100 ? String(value) : JSON.stringify(resolved(value, root));
    case 'object':
      break;
    default:
      return String(value);
  }
  if (value === null) return 'null';
  if (Array.isArray(value))
    return isReference(value)
      ? JSON.stringify(resolved(value, root))
      : `[${value.map((item) => spell(item, root)).join()}]`;
  if (Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value).map(([name, item]) => `${spell(name, root)}:${spell(item, root)}`);
    return `{${entries.join()}}`;
  }
  return 'fqn' in value ? spell(value.fqn, root) : JSON.stringify(resolved(value, root));
}

/** A list of which all is a reference has one item, which stands for it. */
function isReference([item, ...others]: readonly unknown[]): boolean {
  return (
    others.length === 0 &&
    ((typeof item === 'string' && item.startsWith(`#{${TOKEN}`)) ||
      (typeof item === 'number' && Math.abs(item) > 1e100))
  );
}

function resolved(value: unknown, { stack }: Root): unknown {
  return Tokenization.resolve(value, { scope: stack, resolver: RESOLVER, preparing: false });
}

/** In every text of cdktf that stands for a reference; the loader refuses such text from users. */
const TOKEN = 'TfToken[';
const RESOLVER = new DefaultTokenResolver(new StringConcat());
