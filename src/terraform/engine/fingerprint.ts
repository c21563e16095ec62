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
  const spelled = JSON.stringify([file, at, notes, config, overridesOf(root, key)]);
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
