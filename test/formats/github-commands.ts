export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * What the runner of GitHub Actions makes of a line: a command, or nothing when it is plain output.
 *
 * @source actions/runner src/Runner.Common/ActionCommand.cs (TryParseV2 and TryParse), read 2026-11-25
 */
export function readCommand(line: string): WorkflowCommand | undefined {
  const trimmed = line.trimStart();
  const end = trimmed.indexOf('::', 2);
  if (trimmed.startsWith('::') && end > 0) {
    const head = trimmed.slice(2, end);
    const space = head.indexOf(' ');
    const command = space === -1 ? head : head.slice(0, space);
    const properties: Record<string, string> = {};
    for (const pair of space === -1
      ? []
      : head
          .slice(space + 1)
          .trim()
          .split(',')) {
      const equals = pair.indexOf('=');
      if (equals > 0)
        properties[pair.slice(0, equals)] = unescaped(pair.slice(equals + 1), { '%3A': ':', '%2C': ',' });
    }
    return { command, properties, message: unescaped(trimmed.slice(end + 2), {}) };
  }
  // The old form, which may stand anywhere in a line.
  const old = /##\[([a-z-]+)/.exec(line);
  return old ? { command: `##${old[1]}`, properties: {}, message: '' } : undefined;
}

function unescaped(text: string, more: Readonly<Record<string, string>>): string {
  const escapes: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%25': '%', ...more };
  return text.replace(/%(?:0D|0A|25|3A|2C)/g, (code) => escapes[code] ?? code);
}
