/**
 * Stands for every reference: nobody knows its value before an apply. Right wherever the API takes a name, and
 * wrong where it takes a number, so a reference in such a place shows as a wrong type.
 */
const PLACEHOLDER = 'placeholder';

/**
 * The value that Terraform makes of a template in JSON: `${…}` becomes the placeholder, the escapes `$${` and
 * `%%{` become what they stand for.
 *
 * @throws for a directive (`%{ if … }`), which we never write, and for a `${` without an end
 */
export function evaluate(template: string): string {
  let result = '';
  for (let at = 0; at < template.length; ) {
    const rest = template.slice(at);
    if (rest.startsWith('$${') || rest.startsWith('%%{')) {
      result += rest.slice(1, 3);
      at += 3;
    } else if (rest.startsWith('${')) {
      const length = lengthOfReference(rest);
      result += textOf(rest.slice(2, length - 1));
      at += length;
    } else if (rest.startsWith('%{')) {
      throw new Error(`a template directive in ${JSON.stringify(template)}`);
    } else {
      result += rest[0];
      at += 1;
    }
  }
  return result;
}

/** The renderer writes what JSON cannot say in a template as an expression of one quoted string. */
function textOf(expression: string): string {
  return /^"(?:[^"\\$%]|[$%](?!\{)|\\.)*"$/.test(expression) ? JSON.parse(expression) : PLACEHOLDER;
}

/** Of a text that begins with `${`, up to and with its brace; braces in quoted strings do not count. */
function lengthOfReference(text: string): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted && character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === '{') depth += 1;
    else if (!isQuoted && character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new Error(`a reference without an end in ${JSON.stringify(text)}`);
}
