import { foldersAbove } from './file-tree.ts';
import { HEAD_BYTES, isOwn } from './ownership.ts';
import { inPlace, type Place } from './place.ts';
import type { Conflict } from './write-result.ts';

/** What stands where a file of ours should be. */
export type Occupant =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'own'; readonly bytes: Buffer }
  | { readonly kind: 'obstacle'; readonly conflict: Conflict };

/**
 * Looks at a path without following a symlink in any component below the place, or the place itself. Of a
 * foreign file only the head is read.
 *
 * @throws the system error of a failed call
 */
export function occupantOf(place: Place, path: string): Occupant {
  for (const folder of ['.', ...foldersAbove(path)]) {
    const kind = place.files.kindOf(inPlace(place, folder));
    if (kind === undefined) return NOTHING;
    if (kind === 'symlink') return obstacle(folder, 'symlink', SYMLINK);
    if (kind !== 'folder')
      return obstacle(folder, 'not-a-folder', 'is in the place of a folder; move it away');
  }
  switch (place.files.kindOf(inPlace(place, path))) {
    case undefined:
      return NOTHING;
    case 'symlink':
      return obstacle(path, 'symlink', SYMLINK);
    case 'folder':
      return obstacle(path, 'folder', 'is a folder in the place of a generated file; move it away');
    case 'special':
      return obstacle(path, 'special', 'is not a regular file; move it away');
    case 'file':
      return fileAt(place, path);
  }
}

/** @param message what is wrong and what to do, to follow the path */
export function obstacle(
  path: string,
  reason: Conflict['reason'],
  message: string,
): Occupant & { kind: 'obstacle' } {
  const name = path === '.' ? 'the output folder' : path;
  return { kind: 'obstacle', conflict: { path, reason, message: `${name} ${message}` } };
}

const NOTHING: Occupant = { kind: 'nothing' };
const SYMLINK = 'is a symlink, and elastiform never writes through one; replace it by what it points to';
const FOREIGN =
  'exists and does not start with the marker of a generated file; move it away, so that nothing of yours is lost';

function fileAt(place: Place, path: string): Occupant {
  const head = place.files.read(inPlace(place, path), HEAD_BYTES);
  if (head === undefined) return NOTHING;
  if (!isOwn(path, head.toString())) return obstacle(path, 'foreign', FOREIGN);
  const bytes = head.length < HEAD_BYTES ? head : place.files.read(inPlace(place, path));
  return bytes === undefined ? NOTHING : { kind: 'own', bytes };
}
