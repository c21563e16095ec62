import type { Command } from '../command.ts';
import { compileEnvironments } from '../environments.ts';
import { EXIT } from '../exit-code.ts';
import { failureCode, hasErrors, plural, report } from '../report.ts';
import { reportJson } from '../reporters/json.ts';

export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check specs and say everything that is wrong, without writing anything',
  parameters: '[ENV…]',
  minParameters: 0,
  maxParameters: 10_000,
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json'],
      summary: 'findings for people (default) or as JSON on standard output',
    },
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      choices: ['error', 'warning'],
      summary: 'the mildest finding that makes the exit code 1 (default: error)',
    },
  },
  examples: ['elastiform validate', 'elastiform validate prod --fail-on warning'],
  async run(invocation, context) {
    const compiled = compileEnvironments(invocation.parameters, context);
    const { located, resolved } = compiled;
    if (invocation.option('format') === 'json') context.output.data(reportJson(located));
    else {
      report(compiled, context);
      if (!hasErrors(compiled)) {
        const names = resolved.map(({ model }) => model.environment).join(', ');
        context.output.say(`${plural(resolved.length, 'environment')} valid: ${names}`);
      }
    }
    const failsOnWarning = invocation.option('fail-on') === 'warning';
    const fails = located.some(
      ({ diagnostic: { severity } }) => severity === 'error' || (failsOnWarning && severity === 'warning'),
    );
    return fails ? failureCode(compiled) : EXIT.success;
  },
};
