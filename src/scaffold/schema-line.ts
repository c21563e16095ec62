/**
 * What makes an editor complete and explain every key; the schema is written by `elastiform synth`.
 *
 * @param specs the folder of the specs, relative to the project folder
 */
export function schemaLine(specs: string): string {
  const depth = specs === '' ? 0 : specs.split('/').length;
  const up = depth === 0 ? './' : '../'.repeat(depth);
  return `# yaml-language-server: $schema=${up}generated/schema/elastiform.schema.json`;
}
