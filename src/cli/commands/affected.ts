import { affectedEnvironments } from '../../change/affected.ts';
import { affectedJson, affectedText, githubMatrix } from '../base/print-affected.ts';
import { isBroken, openVersions } from '../base/versions.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { sanitize } from '../sanitize.ts';
import { UsageError } from '../usage-error.ts';

export const affectedCommand: Command = {
  name: 'affected',
  summary: 'List the environments whose effective spec changed: not comments, but what they inherit',
  parameters: '',
  minParameters: 0,
  maxParameters: 0,
  options: {
    base: {
      type: 'string',
      value: 'REF|DIR',
      summary: 'a commit of git (A...B for where they parted), or another project folder',
    },
    why: { type: 'boolean', summary: 'name the values that differ, and the lines that say them' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'github-matrix'],
      summary: 'names for people (default), for tools, or a matrix of GitHub Actions on one line',
    },
  },
  examples: [
    'elastiform affected --base origin/main --why',
    'elastiform affected --base HEAD^ --format github-matrix >> matrix.json',
  ],
  async run(invocation, context) {
    const written = invocation.option('base');
    if (written === undefined)
      throw new UsageError(
        'affected needs --base REF or --base DIR',
        'elastiform affected --base origin/main',
      );
    const versions = openVersions(written, context);
    if (typeof versions === 'number') return versions;
    const { before, after, base } = versions;
    const all = affectedEnvironments(before.environments, after.environments);
    const affected = all.filter(({ kind }) => kind !== 'same');
    const format = invocation.option('format') ?? 'text';
    if (format === 'json') context.output.data(affectedJson(versions, all));
    else if (format === 'github-matrix') context.output.data(githubMatrix(affected, context.output));
    else context.output.data(sanitize(affectedText(affected, base, invocation.flag('why'))));
    if (affected.length === 0) context.output.say(`no environment is affected since ${base}`);
    return isBroken(after) ? EXIT.findings : EXIT.success;
  },
};
