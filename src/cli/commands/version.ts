import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';

export const versionCommand: Command = {
  name: 'version',
  summary: 'Print the version',
  parameters: '',
  minParameters: 0,
  maxParameters: 0,
  options: {},
  examples: ['elastiform version'],
  async run(_invocation, { output, version }) {
    output.data(`${version}\n`);
    return EXIT.success;
  },
};
