import { atlantisFiles } from './atlantis.ts';
import { githubFiles } from './github.ts';
import { gitlabFiles } from './gitlab.ts';

/** A file that `init --ci` writes; people own it from then on. */
export interface PipelineFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly text: string;
}

export const CI_NAMES = ['github', 'gitlab', 'atlantis'] as const;
export type CiName = (typeof CI_NAMES)[number];

/** @param environments names, sorted; GitHub finds them by itself, the others must be told */
export function pipelineFiles(ci: CiName, environments: readonly string[]): readonly PipelineFile[] {
  if (ci === 'github') return githubFiles();
  return ci === 'gitlab' ? gitlabFiles(environments) : atlantisFiles(environments);
}

/** What a person has to do outside of the repository before it works. */
export const BY_HAND: Readonly<Record<CiName, string>> = {
  github:
    'make the environments ENV (with required reviewers), ENV-auto and ENV-plan, each with the variables AWS_ROLE and AWS_REGION',
  gitlab:
    'make the environments ENV (protected), ENV-auto and ENV-plan, each with the variable AWS_ROLE_ARN, and a masked variable REVIEW_TOKEN',
  atlantis: 'give atlantis-server.yaml to the server (--repo-config), and install elastiform there',
};
