import type { Command } from '../command.ts';
import { compileEnvironments } from '../environments.ts';
import { EXIT } from '../exit-code.ts';
import { failureCode, hasErrors, plural, report } from '../report.ts';
import { fails } from '../reporters/findings.ts';
import { FORMATS, reportAs } from '../reporters/formats.ts';

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
      choices: FORMATS,
      summary: 'findings for people (default), or for tools and CI on standard output',
    },
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      choices: ['error', 'warning'],
      summary: 'the mildest finding that makes the exit code 1 (default: error)',
    },
  },
  examples: [
    'elastiform validate',
    'elastiform validate prod --fail-on warning',
    'elastiform validate --format sarif > elastiform.sarif',
  ],
  async run(invocation, context) {
    const compiled = compileEnvironments(invocation.parameters, context);
    const { located, resolved } = compiled;
    const failOn = invocation.option('fail-on') === 'warning' ? 'warning' : 'error';
    const forMachines = await reportAs(invocation.option('format'), compiled, context, failOn);
    if (forMachines !== undefined) context.output.data(forMachines);
    else {
      report(compiled, context);
      if (!hasErrors(compiled)) {
        const names = resolved.map(({ model }) => model.environment).join(', ');
        context.output.say(`${plural(resolved.length, 'environment')} valid: ${names}`);
      }
    }
    return located.some((item) => fails(item, failOn)) ? failureCode(compiled) : EXIT.success;
  },
};
