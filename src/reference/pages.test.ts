import { expect, it } from 'vitest';
import { ALARM_IDS } from '../components/alarms/kinds/ids.ts';
import { alarmKinds } from '../components/alarms/kinds/index.ts';
import { knowledge } from '../components/registry.ts';
import { isOwn } from '../host/write/ownership.ts';
import { alarmsPage } from './alarms-page.ts';
import { referenceTree } from './pages.ts';

const WORDS = /`(<item>|<database>|[a-z][A-Za-z]*\.<key>)\.[a-zA-Z_.]+`/;

it('are files of ours, so that they are kept up to date', () => {
  for (const [path, text] of referenceTree(knowledge)) expect(isOwn(path, text), path).toBe(true);
});

it('have a chapter for every alarm, which its description leads to', () => {
  const headings = [...alarmsPage().matchAll(/^## ([a-z-]+)$/gm)].map(([, id]) => id);
  expect(headings).toEqual([...ALARM_IDS]);
});

it('say for every alarm a line of the spec, how long it takes and what it interrupts', () => {
  for (const id of ALARM_IDS) {
    const chapter = alarmsPage().split(`\n## ${id}\n`)[1]?.split('\n## ')[0] ?? '';
    expect(chapter, id).toMatch(WORDS);
    expect(chapter, id).toContain(`elastiform scale <environment> ${alarmKinds[id].scale} --dry-run`);
    // Outside of code Markdown would take a placeholder for HTML and swallow it.
    const prose = chapter.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
    expect(prose, id).not.toMatch(/<[a-z]/);
  }
});
