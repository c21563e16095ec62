import { invariant } from '../../util/invariant.ts';
import { HEAD_BYTES, isOwn } from './ownership.ts';

/** What one folder is to hold: relative path with forward slashes → text, written as UTF-8 as it stands. */
export type FileTree = ReadonlyMap<string, string>;

/**
 * Refuses a tree that could not be written safely, or not be recognised as ours at the next run.
 *
 * @throws for any of it: paths come from checked names, so a bad one is our bug and not the user's
 */
export function checkTree(tree: FileTree): void {
  const folders = new Set([...tree.keys()].flatMap(foldersAbove));
  const spellings = new Map<string, string>();
  for (const path of [...tree.keys(), ...folders]) {
    invariant(isSafePath(path), `unsafe output path ${JSON.stringify(path)}`);
    // On macOS and Windows the two would be one file, and the second would silently win.
    const twin = spellings.get(path.toLowerCase()) ?? path;
    invariant(twin === path, `output paths ${twin} and ${path} differ only in case`);
    spellings.set(path.toLowerCase(), path);
  }
  for (const [path, text] of tree) {
    invariant(!folders.has(path), `output path ${path} is both a file and a folder`);
    invariant(isOwn(path, headOf(text)), `output ${path} does not start with the marker`);
  }
}

/**
 * Whether a path stays below its folder on every operating system. A list of what is allowed, because lists
 * of what is forbidden (`..`, drive letters, NUL, Unicode twins) are never complete. Hidden names are
 * refused: they belong to Terraform, to version control and to our own staging.
 */
export function isSafePath(path: string): boolean {
  return path.length <= 1024 && path.split('/').every(isSafeName);
}

/** The folders a path lies in, outermost first, without the target folder itself: `a/b/c.tf` → `a`, `a/b`. */
export function foldersAbove(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}

function headOf(text: string): string {
  // A character is a byte or more.
  return Buffer.from(text.slice(0, HEAD_BYTES)).subarray(0, HEAD_BYTES).toString();
}

function isSafeName(name: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/.test(name) && !name.endsWith('.') && !DEVICE.test(name);
}

// Windows opens the device whatever the extension: `nul.tf` is `NUL`.
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
