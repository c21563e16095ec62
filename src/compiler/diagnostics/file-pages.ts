import { extendsAdvice, type LoadCode } from '../load/load-messages.ts';
import type { ReadProblem } from '../load/spec-files.ts';
import { type ExampleProject, pagesOf } from './page.ts';

const GOOD: ExampleProject = {
  files: { 'specs/prod.yaml': 'extends: ./base.yaml\nenvironment: prod\n' },
};

const spec = (given: string, problem: ReadProblem): ExampleProject => ({
  given,
  files: { 'specs/prod.yaml': { problem } },
});

const parent = (given: string, problem: ReadProblem): ExampleProject => ({
  given,
  files: {
    'specs/prod.yaml': 'extends: ./parent.yaml\nenvironment: prod\n',
    'specs/parent.yaml': { problem },
  },
});

const extending = (path: string): ExampleProject => ({
  files: { 'specs/prod.yaml': `extends: ${path}\nenvironment: prod\n` },
});

const HOST = 'hardening reference §1 (reading files), 2026-11-24';
const LANGUAGE = 'spec language §"extends", 2026-11-24';

/** `file/…` is the first spec, `extends/…` one of its parents. */
export const filePages = pagesOf<LoadCode>(extendsAdvice, {
  'file/missing': {
    summary: 'the spec exists',
    source: HOST,
    bad: [spec('there is no specs/prod.yaml', 'missing')],
    good: [GOOD],
  },
  'file/not-a-file': {
    summary: 'a spec is a regular file',
    source: HOST,
    bad: [spec('specs/prod.yaml is a folder', 'not-a-file')],
    good: [GOOD],
  },
  'file/outside': {
    summary: 'a spec lies in the project folder',
    source: HOST,
    bad: [spec('the path leads out of the project folder', 'outside')],
    good: [GOOD],
  },
  'file/too-large': {
    summary: 'a spec file has at most 3 MiB',
    source: HOST,
    bad: [spec('specs/prod.yaml has 4 MiB', 'too-large')],
    good: [GOOD],
  },
  'file/symlink': {
    summary: 'a spec is no symbolic link and not reached through one',
    source: HOST,
    bad: [spec('specs/prod.yaml is a symbolic link', 'symlink')],
    good: [GOOD],
  },
  'file/unreadable': {
    summary: 'a spec can be read and is UTF-8 text',
    source: HOST,
    bad: [spec('nobody may read specs/prod.yaml, or it is no UTF-8 text', 'unreadable')],
    good: [GOOD],
  },
  'extends/missing': {
    summary: 'the parent exists',
    source: LANGUAGE,
    bad: [extending('./bsae.yaml')],
    good: [GOOD],
  },
  'extends/not-a-file': {
    summary: 'the parent is a regular file',
    source: HOST,
    bad: [parent('specs/parent.yaml is a folder', 'not-a-file')],
    good: [GOOD],
  },
  'extends/outside': {
    summary: 'the parent lies in the folder of the spec',
    source: LANGUAGE,
    bad: [extending('../base.yaml'), extending('/etc/base.yaml')],
    good: [GOOD],
  },
  'extends/too-large': {
    summary: 'a parent file has at most 3 MiB',
    source: HOST,
    bad: [parent('specs/parent.yaml has 4 MiB', 'too-large')],
    good: [GOOD],
  },
  'extends/symlink': {
    summary: 'a parent is no symbolic link and not reached through one',
    source: HOST,
    bad: [parent('specs/parent.yaml is a symbolic link', 'symlink')],
    good: [GOOD],
  },
  'extends/unreadable': {
    summary: 'a parent can be read and is UTF-8 text',
    source: HOST,
    bad: [parent('nobody may read specs/parent.yaml, or it is no UTF-8 text', 'unreadable')],
    good: [GOOD],
  },
  'extends/not-a-path': {
    summary: '"extends" is a path relative to the folder of the file',
    source: LANGUAGE,
    bad: [extending('[./base.yaml]'), extending('https://example.com/base.yaml')],
    good: [GOOD],
  },
  'extends/cycle': {
    summary: 'no file extends itself, directly or through others',
    source: LANGUAGE,
    bad: [
      {
        files: {
          'specs/prod.yaml': 'extends: ./live.yaml\nenvironment: prod\n',
          'specs/live.yaml': 'extends: ./prod.yaml\n',
        },
      },
    ],
    good: [GOOD],
  },
  'extends/too-deep': {
    summary: 'a spec has at most 8 parents above each other',
    source: LANGUAGE,
    bad: [
      {
        given: 'nine parents extend each other, from p1.yaml to p9.yaml',
        files: {
          'specs/prod.yaml': 'extends: ./p1.yaml\nenvironment: prod\n',
          ...Object.fromEntries(
            Array.from({ length: 9 }, (_, index) => [
              `specs/p${index + 1}.yaml`,
              index === 8 ? 'tier: prod\n' : `extends: ./p${index + 2}.yaml\n`,
            ]),
          ),
        },
      },
    ],
    good: [GOOD],
  },
});
