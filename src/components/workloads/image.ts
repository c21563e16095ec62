/** Whether an image is always the same one: it has a digest, or a tag other than `latest`. */
export function isPinned(image: string): boolean {
  return image.includes('@') || (hasTag(image) && !image.endsWith(':latest'));
}

/** A colon before the last slash belongs to the port of the registry. */
export function hasTag(image: string): boolean {
  return image.lastIndexOf(':') > image.lastIndexOf('/');
}
