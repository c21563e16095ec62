import { show } from './yaml-messages.ts';

/** A parent's path below the folder of the first spec, or what is wrong with the way it is written. */
export type ParentPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: ParentPathCode; readonly message: string };

export type ParentPathCode = 'extends/not-a-path' | 'extends/outside';

// The path may come to any system: these names or characters mean something else on Windows.
const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
const UNSAFE_SEGMENT = /[<>:"|?*]|[. ]$|^ /;

/**
 * Resolves what `extends` says, by its letters alone: the host checks links and kinds of files.
 *
 * @param root the folder of the first spec, without a slash at the end; empty for the project folder
 * @param from the file that says `extends`, inside `root`
 * @returns a path inside `root`; refuses absolute paths, URLs, backslashes, control characters and every
 *   `..` that climbs out of `root`
 */
export function resolveParentPath(root: string, from: string, written: string): ParentPath {
  const shown = show(written);
  const notAPath = (message: string): ParentPath => ({ ok: false, code: 'extends/not-a-path', message });
  if (written.trim() === '') return notAPath('"extends" is empty');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
  if (/[\0-\x1f\x7f-\x9f]/.test(written)) return notAPath(`the path ${shown} contains control characters`);
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(written)) return notAPath(`${shown} is a URL, not a path`);
  if (written.includes('\\')) return notAPath(`the path ${shown} contains a backslash`);
  if (/^(?:\/|~|[A-Za-z]:)/.test(written)) {
    return { ok: false, code: 'extends/outside', message: `${shown} is not a path relative to this file` };
  }

  const prefix = root === '' ? '' : `${root}/`;
  const segments = from.slice(prefix.length).split('/').slice(0, -1);
  for (const segment of written.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (segments.length === 0) {
        const folder = root === '' ? 'the project folder' : show(root);
        return { ok: false, code: 'extends/outside', message: `${shown} leads out of the folder ${folder}` };
      }
      segments.pop();
    } else if (UNSAFE_SEGMENT.test(segment) || DEVICE_NAME.test(segment)) {
      return notAPath(`${show(segment)} in the path ${shown} is no file name on every system`);
    } else {
      segments.push(segment);
    }
  }
  if (/(?:^|\/)\.{0,2}$/.test(written) || segments.length === 0)
    return notAPath(`${shown} names a folder, not a file`);
  return { ok: true, path: prefix + segments.join('/') };
}
