import type { Example, Page } from '../compiler/diagnostics/page.ts';
import { canBeAccepted } from './all-pages.ts';
import { shownOf } from './example-text.ts';

/** The page of a code as plain text, for a terminal. */
export function pageText(page: Page): string {
  const { code, severity, summary, why, help, source, examples } = page;
  return [
    `${code} (${severity})`,
    '',
    `  ${summary}`,
    '',
    `why:     ${why}`,
    ...(help === undefined ? [] : [`to do:   ${help}`]),
    `source:  ${source}`,
    '',
    `wrong:`,
    ...exampleLines(examples.bad[0]),
    '',
    `right:`,
    ...exampleLines(examples.good[0]),
    '',
    ...acceptance(page),
    '',
  ].join('\n');
}

/** All codes, one on each line, with what must hold. */
export function listText(pages: readonly Page[]): string {
  const width = Math.max(...pages.map(({ code }) => code.length));
  const lines = pages.map(
    ({ code, severity, summary }) => `${code.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
  );
  return `${lines.join('\n')}\n`;
}

function exampleLines(example: Example | undefined): readonly string[] {
  if (example === undefined) return [];
  return shownOf(example).flatMap((shown) => {
    if (shown.kind === 'sentence') return [`  ${shown.text}`];
    const lines = shown.text.split('\n').map((line) => `    ${line}`.trimEnd());
    return shown.file === undefined ? lines : [`  ${shown.file}:`, ...lines];
  });
}

/** How to live with a finding, or why that cannot be. */
function acceptance(page: Page): readonly string[] {
  if (!canBeAccepted(page)) {
    return page.severity === 'error'
      ? ['An error cannot be accepted.']
      : ['It does not stop anything, and needs no exception.'];
  }
  return [
    'To accept it at one place for a while, write into the spec:',
    ...exceptionLines(page.code, itemIn(page.examples.bad[0])).map((line) => `    ${line}`),
  ];
}

/** The first item that an example is about. */
function itemIn(example: Example | undefined): string | undefined {
  const item =
    typeof example === 'string' && /^([a-zA-Z]+):\s{0,9}\{?\s{0,9}([a-z0-9-]+): ?[{\n]/m.exec(example);
  return item ? `${item[1]}.${item[2]}` : undefined;
}

/** An exception for the code, to be filled in. */
export function exceptionLines(code: string, path = 'databases.postgres'): readonly string[] {
  return [
    'policy:',
    '  exceptions:',
    `    - rule: ${code}`,
    `      path: ${path} # as the finding prints it; everything below it is included`,
    '      reason: load test until March',
    '      owner: team-data',
    '      expires: "2027-03-31" # the last day on which it counts',
  ];
}
