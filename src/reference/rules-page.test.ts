import { expect, it } from 'vitest';
import { knowledge } from '../components/registry.ts';
import { allPages } from './all-pages.ts';
import { rulesPage } from './rules-page.ts';

const page = rulesPage(knowledge);
const lines = page.split('\n');

it('has a heading for every code, and a link to it that leads there', () => {
  const headings = lines.filter((line) => line.startsWith('### ')).map((line) => line.slice(4));
  expect(headings).toEqual(allPages(knowledge).map(({ code }) => code));
  // GitHub and GitLab make anchors of headings in lower case, without what is neither letter, digit nor hyphen.
  const anchors = new Set(headings.map((heading) => heading.toLowerCase().replace(/[^a-z0-9-]/g, '')));
  expect(anchors.size).toBe(headings.length);
  const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor!);
  expect(links.length).toBe(headings.length);
  expect(links.filter((link) => !anchors.has(link))).toEqual([]);
});

it('opens and closes every block, and holds nothing invisible', () => {
  expect(lines.filter((line) => line.startsWith('~~~')).length % 2).toBe(0);
  expect(page).not.toMatch(/[^\P{C}\n]|\t/u);
  expect(page.endsWith('\n')).toBe(true);
  expect(page).not.toMatch(/\n{3}/);
});
