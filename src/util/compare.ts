/** Orders text by UTF-16 code unit, so that no locale can change the output. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
