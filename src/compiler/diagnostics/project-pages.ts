import { type ExampleProject, pagesOf } from './page.ts';
import { type ProjectCode, projectAdvice } from './project-messages.ts';

const GOOD: ExampleProject = {
  isFolder: true,
  files: { 'specs/prod.yaml': 'extends: ./base.yaml\nenvironment: prod\n' },
};

/** What only a look at the whole folder can tell. */
export const projectPages = pagesOf<ProjectCode>(projectAdvice, {
  'file/wrong-ending': {
    summary: 'specs end in ".yaml"',
    source: 'spec language §"files", 2026-11-24',
    bad: [{ ...GOOD, files: { ...GOOD.files, 'specs/dev.yml': 'environment: dev\n' } }],
    good: [GOOD],
  },
  'environment/missing': {
    summary: 'every spec names its environment or is extended by one that does',
    source: 'spec language §"files", 2026-11-24',
    bad: [{ ...GOOD, files: { ...GOOD.files, 'specs/dev.yaml': 'tier: dev\n' } }],
    good: [GOOD],
  },
  'stateful/no-ledger': {
    summary: 'the list of what holds data lies whole beside the Terraform of its environment',
    source:
      'seen with Terraform 1.11.4, 2026-11-24: with its block gone, a database is planned to be destroyed',
    bad: [
      {
        ...GOOD,
        given: 'a merge has damaged generated/infra/env/prod/stateful.json',
        files: { ...GOOD.files, 'generated/infra/env/prod/stateful.json': '<<<<<<< HEAD\n' },
      },
    ],
    good: [GOOD],
  },
});
