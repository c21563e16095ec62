import type { Knowledge } from '../compiler/compile.ts';
import type { Example, Page } from '../compiler/diagnostics/page.ts';
import { allPages, canBeAccepted } from './all-pages.ts';
import { shownOf } from './example-text.ts';
import { exceptionLines } from './page-text.ts';

/** `rules.md`: everything that elastiform can find, by theme, with the reason and an example. */
export function rulesPage(knowledge: Knowledge): string {
  const pages = allPages(knowledge);
  const themes = new Map<string, Page[]>();
  for (const page of pages) {
    const theme = themeOf(page);
    themes.set(theme, [...(themes.get(theme) ?? []), page]);
  }
  const acceptable = pages.filter(canBeAccepted).length;
  return [
    '# What elastiform finds',
    '',
    `${pages.length} codes, each with its reason and an example that the tests run.`,
    '`elastiform explain CODE` prints one of them. Examples are laid over a small valid spec.',
    '',
    `An error cannot be accepted. ${acceptable} findings can, at one place and until a day:`,
    '',
    ...fenced(exceptionLines('database/single-zone').join('\n')),
    '',
    ...[...themes].flatMap(([theme, found]) => index(theme, found)),
    ...pages.flatMap(section),
  ].join('\n');
}

function themeOf({ code }: Page): string {
  return code.slice(0, code.indexOf('/'));
}

function index(theme: string, pages: readonly Page[]): readonly string[] {
  return [
    `## ${theme}`,
    '',
    '| Code | Severity | What must hold |',
    '|---|---|---|',
    ...pages.map(
      ({ code, severity, summary }) => `| [${code}](#${anchor(code)}) | ${severity} | ${escaped(summary)} |`,
    ),
    '',
  ];
}

function section(page: Page): readonly string[] {
  const { code, severity, summary, why, help, source, examples } = page;
  return [
    `### ${code}`,
    '',
    `**${severity}**${canBeAccepted(page) ? ', can be accepted' : ''}: ${escaped(summary)}.`,
    '',
    `- Why: ${escaped(why)}.`,
    ...(help === undefined ? [] : [`- To do: ${escaped(help)}.`]),
    `- Source: ${escaped(source)}.`,
    '',
    ...exampleLines('Wrong', examples.bad[0]),
    ...exampleLines('Right', examples.good[0]),
  ];
}

/** As GitHub and GitLab make it of a heading. */
function anchor(code: string): string {
  return code.replaceAll('/', '');
}

function exampleLines(title: string, example: Example | undefined): readonly string[] {
  if (example === undefined) return [];
  const shown = shownOf(example);
  const sentences = shown.flatMap(({ kind, text }) => (kind === 'sentence' ? [` (${escaped(text)})`] : []));
  const texts = shown.filter(({ kind }) => kind === 'yaml');
  const end = texts.length === 0 ? '.' : ':';
  return [
    `${title}${sentences.join('')}${end}`,
    '',
    ...texts.flatMap((part) => {
      const name = part.kind === 'yaml' && part.file !== undefined ? [`\`${part.file}\``, ''] : [];
      return [...name, ...fenced(part.text), ''];
    }),
  ];
}

function fenced(text: string): readonly string[] {
  return ['~~~yaml', text, '~~~'];
}

/** Marks that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}
