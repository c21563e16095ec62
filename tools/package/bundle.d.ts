/** @returns the files that went into the bundle, relative to the root of the checkout */
export function bundleInto(folder: string): Promise<{ readonly inputs: readonly string[] }>;
