import { invariant } from '../../util/invariant.ts';

/** Whether HCL reads `text` as one identifier. Narrower than HCL, which also takes letters beyond ASCII. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/**
 * A block type, label or attribute name, unchanged.
 *
 * @throws an invariant when it is not an identifier: such a name would end the line it is written on
 */
export function identifier(text: string): string {
  if (!isIdentifier(text)) invariant(false, `${JSON.stringify(text)} is not a Terraform identifier`);
  return text;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
