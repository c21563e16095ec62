import type { Knowledge } from '../compiler/compile.ts';
import { compilerPages } from '../compiler/diagnostics/compiler-pages.ts';
import type { Page } from '../compiler/diagnostics/page.ts';
import { compareText } from '../util/compare.ts';

/** A page for every code that a finding can have: those of the compiler and the rules, sorted by code. */
export function allPages({ components, rules }: Knowledge): readonly Page[] {
  // A rule is its own page; which subject it checks does not matter here.
  const pages: readonly Page[] = [
    ...compilerPages,
    ...components.flatMap((component) => component.rules as readonly Page[]),
    ...rules,
  ];
  return [...pages].sort((a, b) => compareText(a.code, b.code));
}

/** Whether `policy.exceptions` can accept the finding: only what a rule finds, and no error. */
export function canBeAccepted(page: Page): boolean {
  return page.severity !== 'error' && !compilerPages.includes(page);
}
