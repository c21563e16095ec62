import type { YamlCode } from '../load/yaml-messages.ts';
import type { Described } from './page.ts';
import { file, PLAIN_TAG, tag, yaml } from './yaml-examples.ts';

const MINIMAL = 'extends: ./base.yaml\nenvironment: prod\n';

/** The file as a whole, and the characters in it. */
export const yamlTexts = {
  'yaml/empty': {
    summary: 'a spec file holds keys and values',
    source: `${yaml('9.1.4')}: an empty stream holds no document`,
    bad: [file('# nothing but a comment\n')],
    good: [file(MINIMAL)],
  },
  'yaml/root-not-map': {
    summary: 'a spec file is a map of keys and values',
    source: 'spec language §1, 2026-11-24',
    bad: [file('- environment: prod\n')],
    good: [file(MINIMAL)],
  },
  'yaml/several-documents': {
    summary: 'a spec file is one document',
    source: yaml('9.2'),
    bad: [file(`${MINIMAL}---\nenvironment: dev\n`)],
    good: [file(`---\n${MINIMAL}`)],
  },
  'yaml/merge-conflict': {
    summary: 'a spec file has no marks of an unresolved merge',
    source: 'git-merge(1) "How conflicts are presented", git 2.39',
    bad: [
      file(
        `${MINIMAL}aws:\n  tags:\n<<<<<<< HEAD\n    Team: payments\n=======\n    Team: data\n>>>>>>> other\n`,
      ),
    ],
    good: [PLAIN_TAG],
  },
  'yaml/directive': {
    summary: 'a spec file has no directives',
    source: `${yaml('6.8')}; with yaml 2.9.1 "%YAML 1.1" turns "no" into false, 2026-11-24`,
    bad: [file(`%YAML 1.1\n---\n${MINIMAL}`)],
    good: [file(`---\n${MINIMAL}`)],
  },
  'yaml/nul': {
    summary: 'a spec file is UTF-8 text without NUL characters',
    source: yaml('5.1'),
    bad: [file(`${MINIMAL}# \0\n`, 'the file was saved as UTF-16, or is no text at all')],
    good: [PLAIN_TAG],
  },
  'yaml/control-character': {
    summary: 'a spec file has no control characters',
    source: yaml('5.1'),
    bad: [tag('pay\u0007ments')],
    good: [PLAIN_TAG],
  },
  'yaml/bidi-character': {
    summary: 'a spec file has no characters that change the direction of text',
    source: 'CVE-2021-42574 (Trojan Source), 2021-11-01',
    bad: [tag('pay\u202ements')],
    good: [PLAIN_TAG],
  },
  'yaml/lone-surrogate': {
    summary: 'every character is whole',
    source: `${yaml('5.1')}; the Unicode Standard 15.0 §3.8 D73`,
    bad: [tag('"\\ud83d"')],
    good: [tag('"\\ud83d\\ude00"'), tag('😀')],
  },
  'yaml/lone-carriage-return': {
    summary: 'lines end with a line feed',
    source: yaml('5.4'),
    bad: [file('extends: ./base.yaml\renvironment: prod\r')],
    good: [file('extends: ./base.yaml\r\nenvironment: prod\r\n')],
  },
  'yaml/forbidden-text': {
    summary: 'no value holds the text "TfToken["',
    source: 'cdktf 0.21.0 lib/tokens/private/encoding.js: the mark of its own references',
    bad: [tag('"${TfToken[TOKEN.0]}"')],
    good: [tag('"${var.team}"')],
  },
  'yaml/not-normalized': {
    summary: 'accented letters are single characters (Unicode NFC)',
    source: 'Terraform 1.11.4 normalises strings to NFC (language docs, "Strings and templates")',
    bad: [tag('e\u0301quipe')],
    good: [tag('\u00e9quipe')],
  },
} as const satisfies Partial<Record<YamlCode, Described>>;
