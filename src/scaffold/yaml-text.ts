/**
 * A text as YAML writes it, also inside of `[…]` and `{…}`: plain where that can mean nothing else, otherwise in
 * double quotes, which JSON and YAML have in common.
 */
export function yamlText(text: string): string {
  const isPlain =
    /^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

export function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(', ')}]`;
}
