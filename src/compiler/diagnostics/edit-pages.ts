import { editAdvice, type RefusalCode } from '../edit/refusal.ts';
import { type ExampleProject, pagesOf } from './page.ts';
import { whole } from './yaml-examples.ts';

const SOURCE = 'our own rule: an edit changes one place, and not a byte outside of it, 2026-11-25';

const set = (rest: string, path: string, value: string | number): ExampleProject => ({
  ...whole(rest),
  given: `a command is asked to write ${path}: ${value}`,
  change: { path: path.split('.'), value },
});

const remove = (rest: string, path: string): ExampleProject => ({
  ...whole(rest),
  given: `a command is asked to remove ${path}`,
  change: { path: path.split('.') },
});

const GOOD = set('aws:\n  tags: {Team: data}\n', 'aws.tags.Team', 'payments');

/** Why a command that edits specs leaves one as it is. */
export const editPages = pagesOf<RefusalCode>(editAdvice, {
  'edit/shared-value': {
    summary: 'what an alias repeats is changed by hand',
    source: SOURCE,
    bad: [set('aws:\n  tags: {Team: &team data, Owner: *team}\n', 'aws.tags.Owner', 'payments')],
    good: [GOOD],
  },
  'edit/not-a-map': {
    summary: 'keys are written into maps',
    source: SOURCE,
    bad: [set('aws:\n  tags: {Team: data}\n', 'aws.tags.Team.lead', 'ada')],
    good: [GOOD],
  },
  'edit/no-such-key': {
    summary: 'a key is removed from the file that says it',
    source: SOURCE,
    bad: [remove('aws:\n  tags: {Team: data}\n', 'aws.tags.Owner')],
    good: [remove('aws:\n  tags: {Team: data}\n', 'aws.tags.Team')],
  },
  'edit/comment-in-the-way': {
    summary: 'no comment is lost with the lines around it',
    source: SOURCE,
    bad: [remove('aws:\n  tags: {Team: data, # asked for\n    Owner: ada}\n', 'aws.tags.Owner')],
    good: [remove('aws:\n  tags: {Team: data, Owner: ada} # asked for\n', 'aws.tags.Owner')],
  },
  'edit/layout': {
    summary: 'after a change the rest of the file says what it said before',
    source: SOURCE,
    bad: [set('aws:\n  tags:\n    Team: |+\n      data\n\n', 'tier', 'dev')],
    good: [GOOD],
  },
});
