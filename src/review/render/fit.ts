/** What a comment on GitHub and on GitLab may have, at most (GitHub: 65,536 characters; measured by many tools, see docs/review.md). */
const MOST_CHARACTERS = 65_000;
const MOST_LINES = 60;

/** How much is told: `everything`, one line a change, or changes of one kind and type together. */
export type Detail = 'everything' | 'line' | 'counts';
const DETAILS: readonly Detail[] = ['everything', 'line', 'counts'];

/**
 * The most detailed version that fits, at most 60 lines and 65,000 characters; in the worst case the first lines of
 * the shortest one, with a line that says so.
 */
export function fitting(render: (detail: Detail) => readonly string[]): string {
  let lines: readonly string[] = [];
  for (const detail of DETAILS) {
    lines = render(detail);
    if (fits(lines)) return `${lines.join('\n')}\n`;
  }
  const kept: string[] = [];
  for (const line of lines) {
    if (!fits([...kept, line, cut(lines.length)])) break;
    kept.push(line);
  }
  return `${[...kept, cut(lines.length - kept.length)].join('\n')}\n`;
}

function cut(count: number): string {
  return `… and ${count} more lines: --format json has everything`;
}

function fits(lines: readonly string[]): boolean {
  return (
    lines.length <= MOST_LINES && lines.reduce((sum, line) => sum + line.length + 1, 0) <= MOST_CHARACTERS
  );
}
