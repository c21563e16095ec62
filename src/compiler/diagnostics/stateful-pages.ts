import { type LedgerCode, ledgerAdvice } from '../ledger/ledger-messages.ts';
import { type ExampleProject, pagesOf } from './page.ts';
import { whole } from './yaml-examples.ts';

const SOURCE = 'seen with Terraform 1.11.4, 2026-11-24: prevent_destroy goes with its block';

const held = (path: string, rest: string): ExampleProject => ({
  ...whole(rest),
  given: `${path} held data when the environment was last written`,
  held: [path],
});

export const statefulPages = pagesOf<LedgerCode>(ledgerAdvice, {
  'stateful/vanished': {
    summary: 'what holds data leaves the spec only in words',
    source: SOURCE,
    bad: [held('databases.main', '')],
    good: [held('databases.main', 'retired:\n  databases.main: {reason: merged into databases.orders}\n')],
  },
  'stateful/retired-but-present': {
    summary: 'what is retired is no longer in the spec',
    source: SOURCE,
    bad: [
      held(
        'databases.postgres',
        'databases:\n  postgres: {engine: postgres, engineVersion: "16.8", class: db.r6g.2xlarge, storage: {allocated: 200GiB, max: 500GiB}}\nretired:\n  databases.postgres: {reason: gone}\n',
      ),
    ],
    good: [held('databases.postgres', 'retired:\n  databases.postgres: {reason: gone}\n')],
  },
  'stateful/nothing-to-retire': {
    severity: 'warning',
    summary: 'only what held data is retired',
    source: SOURCE,
    bad: [
      held(
        'databases.main',
        'retired:\n  databases.main: {reason: merged}\n  databases.mian: {reason: merged}\n',
      ),
    ],
    good: [held('databases.main', 'retired:\n  databases.main: {reason: merged}\n')],
  },
});
