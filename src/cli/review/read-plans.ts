import { projectFiles } from '../../host/project-files.ts';
import { readInput } from '../../host/read-input.ts';
import type { Plan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { CliContext } from '../command.ts';
import { compileEnvironments, inSpecs } from '../environments.ts';
import { UsageError } from '../usage-error.ts';

/** A plan with the environment that it is of, as the user or the plan says. */
export interface NamedPlan {
  readonly plan: Plan;
  /** One that has a spec. */
  readonly environment: string | undefined;
}

/** A file that cannot be read; what it holds is another matter. */
export interface Unreadable {
  readonly name: string;
  readonly problem: string;
}

/**
 * @param words `plan.json`, `prod=plan.json`, `-`
 * @throws UsageError for a file that holds no plan
 */
export function readPlans(
  words: readonly string[],
  context: CliContext,
): { readonly plans: readonly NamedPlan[]; readonly unreadable: readonly Unreadable[] } {
  if (words.filter((word) => word === '-' || word.endsWith('=-')).length > 1)
    throw new UsageError('standard input is one plan', 'write the others into files');
  const plans: NamedPlan[] = [];
  const unreadable: Unreadable[] = [];
  for (const word of words) {
    const [, said, path = word] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(word) ?? [];
    const name = path === '-' ? 'standard input' : path;
    const input = readInput(context.folder, path);
    if ('problem' in input) {
      unreadable.push({ name, problem: input.problem });
      continue;
    }
    const read = readPlan(name, input.text);
    if (!read.ok) throw new UsageError(`${name} ${read.problem}`, read.help);
    plans.push({ plan: read.plan, environment: said ?? knownTo(context, read.plan.environment) });
    // Says what is there when the environment is not.
    if (said !== undefined && knownTo(context, said) === undefined) compileEnvironments([said], context);
  }
  return { plans, unreadable };
}

function knownTo({ folder, specs }: CliContext, environment: string | undefined): string | undefined {
  if (environment === undefined || !/^[a-z][a-z0-9-]{0,39}$/.test(environment)) return undefined;
  return 'text' in projectFiles(folder).read(inSpecs(specs, `${environment}.yaml`)) ? environment : undefined;
}
