/**
 * What one spec file may cost. Together they keep the answer to any text under 2 seconds and 512 MiB
 * (goal S1); the slowest hostile texts are measured in `hostile.test.ts`.
 */
export const limits = {
  /** UTF-16 units of one file; the host refuses by bytes, before it decodes. */
  fileLength: 1024 * 1024,
  /** Maps and lists inside each other. A spec needs about 8; the phases after this one recurse. */
  depth: 64,
  /** Aliases of one file, and anchors of one file: a spec that repeats itself more wants a base file. */
  aliases: 100,
  /**
   * Keys, values and lists of one file; colons and commas of one file; and what all aliases repeat. A large
   * real spec has 5,000, and 100,000 are what can be read in a second.
   */
  nodes: 100_000,
  /** UTF-16 units of one value as written, so that no pattern of a later phase sees a longer text. */
  scalarLength: 64 * 1024,
  /** UTF-16 units of one key; YAML itself stops looking for the colon after as many. */
  keyLength: 1024,
  /** Problems listed for one file; one closing note tells how many are left out. */
  problems: 100,
  /** Parent files above the first one. */
  parents: 8,
} as const;
