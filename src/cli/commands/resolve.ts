import { resolvedJson, resolvedYaml } from '../../compiler/resolve/print.ts';
import type { Command } from '../command.ts';
import { compileEnvironments } from '../environments.ts';
import { EXIT } from '../exit-code.ts';
import { failureCode, hasErrors, report } from '../report.ts';

export const resolveCommand: Command = {
  name: 'resolve',
  summary: 'Print the effective spec of an environment: every value, also those that nobody wrote',
  parameters: 'ENV',
  minParameters: 1,
  maxParameters: 1,
  options: {
    provenance: { type: 'boolean', summary: 'say behind every value where it comes from' },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['yaml', 'json'],
      summary: 'a spec in YAML (default), or a list of values with their origins in JSON',
    },
  },
  examples: ['elastiform resolve prod', 'elastiform resolve prod --provenance'],
  async run(invocation, context) {
    const compiled = compileEnvironments(invocation.parameters, context);
    report(compiled, context);
    const [resolved] = compiled.resolved;
    if (hasErrors(compiled) || !resolved) return failureCode(compiled);
    const print = invocation.option('format') === 'json' ? resolvedJson : resolvedYaml;
    context.output.data(print(resolved.cells, invocation.flag('provenance')));
    return EXIT.success;
  },
};
