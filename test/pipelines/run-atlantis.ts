import { join } from 'node:path';
import { TERRAFORM_VERSION } from '../../src/pipelines/actions.ts';
import { runCommand } from '../e2e/harness/run-command.ts';

/** A step as the server's configuration has it: a command that is built in, a script, or a variable from one. */
export type AtlantisStep =
  | 'init'
  | 'plan'
  | 'apply'
  | { readonly run: string }
  | { readonly env: { readonly name: string; readonly command: string } };

export interface AtlantisProject {
  readonly name: string;
  readonly dir: string;
}

export interface AtlantisResult {
  readonly isSuccess: boolean;
  readonly log: string;
}

/** Absolute; where Atlantis keeps the saved plan of a project in its clone of the pull request. */
export function planFile({ name, dir }: AtlantisProject, clone: string): string {
  return join(clone, dir, `${name}-default.tfplan`);
}

/**
 * Runs the steps of one stage for one project as Atlantis does: each in the folder of the project, scripts by `sh -c`
 * with its variables, until one fails.
 *
 * @param clone absolute; what `atlantis plan` leaves there, `atlantis apply` finds
 * @source atlantis server/core/runtime at 27947f02 and 002b071c: variables, file names, arguments of what is built in
 */
export async function runAtlantis(
  steps: readonly AtlantisStep[],
  project: AtlantisProject,
  clone: string,
  env: NodeJS.ProcessEnv,
): Promise<AtlantisResult> {
  const cwd = join(clone, project.dir);
  const plan = planFile(project, clone);
  const variables: NodeJS.ProcessEnv = {
    ...env,
    ATLANTIS_TERRAFORM_DISTRIBUTION: 'terraform',
    ATLANTIS_TERRAFORM_VERSION: TERRAFORM_VERSION,
    DIR: cwd,
    PLANFILE: plan,
    PROJECT_NAME: project.name,
    REPO_REL_DIR: project.dir,
    SHOWFILE: plan.replace(/tfplan$/, 'json'),
    WORKSPACE: 'default',
  };
  const terraform: Readonly<Record<string, readonly string[]>> = {
    init: ['init', '-input=false', '-upgrade'],
    plan: ['plan', '-input=false', '-refresh', '-out', plan],
    apply: ['apply', '-input=false', plan],
  };
  let log = '';
  for (const step of steps) {
    const isText = typeof step === 'string';
    const script = isText ? '' : 'run' in step ? step.run : step.env.command;
    const { status, stdout, stderr } = await runCommand({
      program: isText ? `terraform${TERRAFORM_VERSION}` : 'sh',
      args: isText ? (terraform[step] ?? []) : ['-c', script],
      cwd,
      env: variables,
    });
    log += `--- ${isText ? step : script}\n${stdout}${stderr}`;
    if (status !== 0) return { isSuccess: false, log };
    if (!isText && 'env' in step) variables[step.env.name] = stdout.replace(/\n$/, '');
  }
  return { isSuccess: true, log };
}
