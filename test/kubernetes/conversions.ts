/** What the provider does with a string on its way to the API. */
export type Conversion = 'integer' | 'integerOrString' | 'octal';

/**
 * @returns undefined for an empty string, which the provider takes for "not set"
 * @throws where the provider would refuse to apply
 */
export function convert(conversion: Conversion, text: unknown, path: string): number | string | undefined {
  // Only a string can be right: the provider's schema says so, and the engine has checked it.
  if (typeof text !== 'string') throw new Error(`${path}: the provider wants a string, not ${text}`);
  if (text === '') return undefined;
  switch (conversion) {
    case 'integer':
      return integer(text, /^[+-]?\d+$/, 10, path);
    case 'octal':
      return integer(text, /^[0-7]+$/, 8, path);
    case 'integerOrString':
      // intstr.Parse: a number if strconv.Atoi takes it, else the text.
      return /^[+-]?\d+$/.test(text) ? Number(text) : text;
  }
}

function integer(text: string, form: RegExp, base: number, path: string): number {
  if (!form.test(text)) throw new Error(`${path}: the provider cannot read "${text}" as a number`);
  return Number.parseInt(text, base);
}
