import type { CliContext } from './command.ts';
import type { CompiledEnvironments } from './environments.ts';
import { reportText } from './reporters/text.ts';

/** Prints the findings for people, with a closing line that counts them. */
export function report({ located, texts }: CompiledEnvironments, { output }: CliContext): void {
  if (located.length === 0) return;
  output.sayStyled(`${reportText(located, texts, output.colour)}\n`);
  const count = (severity: string) =>
    located.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  const counts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('info'), 'note'),
  ].filter((text) => !text.startsWith('0'));
  output.say(counts.join(', '));
}

export function hasErrors({ located }: CompiledEnvironments): boolean {
  return located.some(({ diagnostic }) => diagnostic.severity === 'error');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
