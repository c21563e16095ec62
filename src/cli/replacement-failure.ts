import type { Replacement } from '../host/replace-file.ts';

/** Why a file was not replaced, in a whole sentence; nothing when it was. @param file as people know it */
export function replacementFailure(file: string, result: Replacement): string | undefined {
  switch (result.kind) {
    case 'replaced':
      return undefined;
    case 'changed':
      return `${file} was changed by somebody else at this moment; run the command again`;
    case 'refused':
      return `${file} ${result.message}`;
    case 'io':
      return `${file} cannot be written: ${reasonOf(result)}`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission to write in its folder',
  EPERM: 'you have no permission to write in its folder',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
};

export function reasonOf({ code, message }: { readonly code: string; readonly message: string }): string {
  const reason = REASONS[code];
  return reason === undefined ? message : `${reason} (${code})`;
}
