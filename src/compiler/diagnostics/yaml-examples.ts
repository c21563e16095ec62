import type { ExampleProject } from './page.ts';

/** Tags take any text, so they show what is about text alone. */
export const PLAIN_TAG = 'aws:\n  tags:\n    Team: payments\n';

/** One tag with the value as it is written. */
export const tag = (value: string): string => `aws:\n  tags:\n    Team: ${value}\n`;

/** The whole text of the environment, which extends the small valid spec. */
export const whole = (rest: string): ExampleProject => ({
  files: { 'specs/prod.yaml': `extends: ./base.yaml\nenvironment: prod\n${rest}` },
});

/** A text that is the whole file, with nothing added. */
export const file = (text: string, given?: string): ExampleProject => ({
  ...(given === undefined ? {} : { given }),
  files: { 'specs/prod.yaml': text },
});

/** YAML 1.2.2, section by section. */
export const yaml = (section: string): string => `YAML 1.2.2 §${section}, 2021-10-01`;
