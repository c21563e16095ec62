/** The lines of a text, moved to the right, as a literal block of YAML wants them. */
export function indent(text: string, columns: number): string {
  return text
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(columns)}${line}`))
    .join('\n');
}
