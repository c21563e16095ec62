import { TIERS } from '../../compiler/language/field.ts';
import { NAME, NAME_MEANING } from '../../compiler/language/fields.ts';
import { type Asker, askerAtTerminal } from '../../host/terminal.ts';
import { BY_HAND, CI_NAMES, type CiName } from '../../pipelines/pipeline.ts';
import type { Answers } from '../../scaffold/answers.ts';
import type { CliContext, Command, Invocation, Option } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { collect } from '../init/collect.ts';
import { type NewFile, placeFiles } from '../init/place-files.ts';
import { type Before, lookAtProject, specFiles, surroundingFiles } from '../init/plan-files.ts';
import { QUESTIONS } from '../init/questions.ts';
import { report } from '../report.ts';
import { compileInstead } from '../scale/compiled.ts';
import { UsageError } from '../usage-error.ts';

export const initCommand = makeInitCommand(askerAtTerminal);

/** @param findAsker who is asked, if there is somebody */
export function makeInitCommand(findAsker: () => Asker | undefined): Command {
  return {
    name: 'init',
    summary: 'Begin a project: a first spec that is right, settings of editors, and a pipeline',
    parameters: '',
    minParameters: 0,
    maxParameters: 0,
    options: {
      env: { type: 'string', value: 'ENV', summary: 'name of the environment (default: prod)' },
      tier: {
        type: 'string',
        value: 'TIER',
        choices: TIERS,
        summary: 'how careful the defaults are, told by the name if left out',
      },
      ...Object.fromEntries(
        QUESTIONS.map(({ option, value, summary }): [string, Option] => [
          option,
          { type: 'string', value, summary },
        ]),
      ),
      'no-sample': { type: 'boolean', summary: 'only what exists already, without one example of each kind' },
      ci: { type: 'string', value: 'CI', choices: CI_NAMES, summary: 'also write a pipeline' },
      'dry-run': { type: 'boolean', summary: 'print the files and write nothing' },
    },
    examples: [
      'elastiform init',
      'elastiform init --region us-east-1 --cluster shop-prod --kubernetes-version 1.35 --subnets a,b,c --node-role shop-prod-node',
      'elastiform init --ci github',
    ],
    run: (invocation, context) => init(invocation, context, findAsker),
  };
}

async function init(
  invocation: Invocation,
  context: CliContext,
  findAsker: () => Asker | undefined,
): Promise<ExitCode> {
  const ci = invocation.option('ci') as CiName | undefined;
  if (ci !== undefined && context.specs !== 'specs')
    throw new UsageError('pipelines read the folder "specs"', 'leave out --specs, or --ci');
  const before = lookAtProject(context);
  const environment = environmentOf(invocation, before);
  const specs =
    environment === undefined ? [] : await firstSpecs(environment, before, invocation, context, findAsker);
  if (typeof specs === 'number') return specs;
  const environments = [...before.environments, ...(specs.length === 0 ? [] : [environment ?? ''])].sort();
  const files = [...specs, ...surroundingFiles(ci, environments, context)];
  const code = placeFiles(files, invocation.flag('dry-run'), context);
  if (code === EXIT.success && !invocation.flag('dry-run')) sayWhatIsNext(ci, context);
  return code;
}

/** @returns nothing when there are specs already and no other one is asked for */
function environmentOf(invocation: Invocation, { environments }: Before): string | undefined {
  const name = invocation.option('env') ?? (environments.length === 0 ? 'prod' : undefined);
  if (name === undefined) return undefined;
  if (!new RegExp(NAME).test(name) || name === 'base' || name.length > 40)
    throw new UsageError(`--env is "${name}"`, `write ${NAME_MEANING}, other than "base"`);
  return name;
}

async function firstSpecs(
  environment: string,
  before: Before,
  invocation: Invocation,
  context: CliContext,
  findAsker: () => Asker | undefined,
): Promise<readonly NewFile[] | ExitCode> {
  if (before.environments.includes(environment)) {
    context.output.say(`  exists ${context.specs}/${environment}.yaml, left as it is`);
    return [];
  }
  const situation = { hasBase: before.hasBase, isForCi: invocation.option('ci') !== undefined };
  const asker = findAsker();
  const values = await collect(invocation, situation, asker).finally(() => asker?.close());
  if (values === 'interrupted') return EXIT.interrupted;
  const tier = invocation.option('tier') as Answers['tier'] | undefined;
  const wanted = { environment, tier, hasSample: !invocation.flag('no-sample'), values };
  const files = specFiles(wanted, before, context);
  const compiled = compileInstead(environment, context, new Map(files.map(({ path, text }) => [path, text])));
  report({ located: compiled.located, texts: compiled.texts }, context);
  const isWrong = compiled.located.some(
    ({ diagnostic: { severity, code } }) =>
      // What a base file leaves to its environments only their author can know.
      severity === 'error' && !(before.hasBase && code === 'shape/missing-key'),
  );
  if (!isWrong) return files;
  context.output.say('nothing was written: the spec would have errors');
  return EXIT.findings;
}

function sayWhatIsNext(ci: CiName | undefined, { output }: CliContext): void {
  output.say('next: elastiform validate, then elastiform synth, and commit specs and generated');
  if (ci !== undefined) output.say(`by hand: ${BY_HAND[ci]}`);
}
