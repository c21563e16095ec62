import type { CliContext } from './command.ts';
import type { CompilerFindings } from './environments.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { isFixable } from './located.ts';
import { reportText } from './reporters/text.ts';

/** Prints the findings for people, with a closing line that counts them. */
export function report({ located, texts }: CompilerFindings, { output }: CliContext): void {
  if (located.length === 0) return;
  output.sayStyled(`${reportText(located, texts, output.colour)}\n`);
  const count = (severity: string) =>
    located.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  const counts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('info'), 'note'),
  ].filter((text) => !text.startsWith('0'));
  const first = located.find(({ diagnostic }) => diagnostic.severity === 'error') ?? located[0];
  if (first) output.say(`elastiform explain ${first.diagnostic.code} says more, with an example`);
  const fixable = located.filter(isFixable).length;
  if (fixable > 0) output.say(`elastiform validate --fix repairs ${fixable} of ${located.length}`);
  output.say(counts.join(', '));
}

export function hasErrors({ located }: CompilerFindings): boolean {
  return located.some(({ diagnostic }) => diagnostic.severity === 'error');
}

/** 74 when a file could not be read at all, which says nothing about the spec in it; 1 otherwise. */
export function failureCode({ located }: CompilerFindings): ExitCode {
  return located.some(({ diagnostic }) => /^(?:file|extends)\/unreadable$/.test(diagnostic.code))
    ? EXIT.io
    : EXIT.findings;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
