import { ref, Token } from 'cdktf';

/**
 * A Terraform expression of ours, such as `local.private_subnet_ids`, as a value for a resource. Everything
 * that is not made here or by a reference to another resource is literal text, so nothing a user writes may
 * ever be put into `code`; quote it with `render/quote.ts` or hand it over through a local.
 */
export function expression(code: string): string {
  return Token.asString(ref(code));
}

/** As {@link expression}, where the provider wants a list of strings. */
export function listExpression(code: string): string[] {
  return Token.asList(ref(code));
}

/** As {@link expression}, where the provider wants a number. */
export function numberExpression(code: string): number {
  return Token.asNumber(ref(code));
}
