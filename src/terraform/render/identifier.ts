import { invariant } from '../../util/invariant.ts';

/** Whether HCL reads `text` as one identifier. Narrower than HCL, which also takes letters beyond ASCII. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(text);
}

/**
 * A block type, label or attribute name, unchanged.
 *
 * @throws an invariant when it is not an identifier: such a name would end the line it is written on
 */
export function identifier(text: string): string {
  invariant(isIdentifier(text), `${JSON.stringify(text)} is not a Terraform identifier`);
  return text;
}
