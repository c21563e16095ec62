/** The folder of a bundle of the sources as they are now; nothing where it cannot be kept. */
export function freshBundle(): Promise<string | undefined>;
/** In the folder of a bundle, as JSON: the files of the checkout that went into it, relative to its root. */
export const INPUTS: string;
