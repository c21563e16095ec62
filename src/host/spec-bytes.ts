import { limits } from '../compiler/load/limits.ts';
import type { ReadResult } from '../compiler/load/spec-files.ts';

/** A character takes at most three bytes a unit, so a text within the limit is never refused here. */
export const LARGEST_FILE_BYTES = limits.fileLength * 3;

export const TOO_LARGE: ReadResult = {
  problem: 'too-large',
  detail: `more than ${LARGEST_FILE_BYTES} bytes`,
};

/** The text of a spec, wherever its bytes come from. */
export function decodeSpec(bytes: Uint8Array): ReadResult {
  try {
    // The loader deals with a byte order mark: it knows where a column begins.
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: 'unreadable', detail: 'it is not UTF-8 text' };
  }
}
