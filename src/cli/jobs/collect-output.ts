import type { Output } from '../output.ts';

/** Keeps what is said, for somebody who says it later and makes it safe then. */
export function collectOutput(): { readonly output: Output; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const say = (text: string) => void lines.push(text);
  return { output: { data: say, say, sayStyled: say, colour: false }, lines };
}
