/**
 * A Terraform expression of ours, such as `local.private_subnet_ids`, as a value for a resource. Everything
 * that is not made here or by a reference to another resource is literal text, so nothing a user writes may
 * ever be put into `code`; quote it with `render/quote.ts` or hand it over through a local.
 *
 * It is a text between two marks, which `literal.ts` makes live. cdktf has tokens for that: each of them is an object of
 * four classes that cdktf keeps for ever, looks for in every text and resolves in 25 us (0.21.0, 2026-11-27), and an
 * environment has a hundred.
 *
 * @param code may hold other expressions of ours, which become a part of it
 */
export function expression(code: string): string {
  return `${START}${code.includes(START) ? withoutMarks(code) : code}${END}`;
}

/** As {@link expression}, where the provider wants a list of strings. */
export function listExpression(code: string): string[] {
  return expression(code) as unknown as string[];
}

/** As {@link expression}, where the provider wants a number. */
export function numberExpression(code: string): number {
  return expression(code) as unknown as number;
}

/** Control characters: the loader refuses them in specs, written as such or as an escape (yaml/control-character). */
export const START = '\u0002';
export const END = '\u0003';

function withoutMarks(code: string): string {
  return code.replaceAll(START, '').replaceAll(END, '');
}
