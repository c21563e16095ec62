import { schemaText } from '../../compiler/language/schema-text.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of the spec language, for editors',
  parameters: '',
  minParameters: 0,
  maxParameters: 0,
  options: {},
  examples: ['elastiform schema > elastiform.schema.json'],
  async run(_invocation, { output, knowledge }) {
    output.data(schemaText(knowledge.language));
    return EXIT.success;
  },
};
