import { TERRAFORM_VERSION } from './actions.ts';
import { APPLY_SCRIPT } from './apply-script.ts';
import { AFFECTED_SCRIPT, NOTE_SCRIPT } from './gitlab-scripts.ts';
import { indent } from './indent.ts';
import type { PipelineFile } from './pipeline.ts';
import { PLAN_SCRIPT } from './plan-script.ts';
import { GATE_SCRIPT, REVIEW_SCRIPT } from './review-script.ts';

/**
 * One pipeline for merge requests and the default branch. GitLab makes its jobs before it runs any, so there is one
 * for each environment, and those that are not affected end at once.
 */
export function gitlabFiles(environments: readonly string[]): readonly PipelineFile[] {
  return [{ path: '.gitlab-ci.yml', text: pipeline(environments) }];
}

/** As a literal block: a colon inside of a plain line would make a map of it. */
function skipUnless(condition: string, words: string): string {
  return `|
      if ! ${condition}; then echo "$ENVIRONMENT: ${words}"; exit 0; fi`;
}

const NOT_AFFECTED = skipUnless('grep -qx "$ENVIRONMENT" affected.txt', 'not affected');
const hasApproval = (approval: string) =>
  skipUnless(
    `grep -qx ${approval} "plans/$ENVIRONMENT/approval" 2> /dev/null`,
    approval === 'auto' ? 'a person decides, or there is no plan' : 'nothing that waits for a person',
  );

function pipeline(environments: readonly string[]): string {
  return `# Written by \`elastiform init --ci gitlab\`; it is yours now. docs/pipelines.md of elastiform explains it.
#
# Jobs that have a role in AWS run Terraform and nothing else; jobs that run packages of npm have no role.
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

stages: [check, plan, review, apply]

variables:
  GIT_DEPTH: "0"
  # A new environment is added here and in .environments.
  ENVIRONMENTS: ${JSON.stringify(environments.join(' '))}

.environments: &environments [${environments.join(', ')}]

.elastiform:
  image: node:20-bookworm
  before_script:
    - npm ci --ignore-scripts
    - export PATH="$PWD/node_modules/.bin:$PATH"

.terraform:
  image: {name: "hashicorp/terraform:${TERRAFORM_VERSION}", entrypoint: [""]}
  parallel:
    matrix:
      - ENVIRONMENT: *environments
  id_tokens:
    AWS_ID_TOKEN: {aud: sts.amazonaws.com}
  before_script:
    # The provider of the Kubernetes root logs in by "aws eks get-token".
    - apk add --no-cache aws-cli
    - printf %s "$AWS_ID_TOKEN" > /tmp/aws-id-token
    - export AWS_WEB_IDENTITY_TOKEN_FILE=/tmp/aws-id-token AWS_ROLE_SESSION_NAME="gitlab-$CI_PIPELINE_ID"

check:
  extends: .elastiform
  stage: check
  script:
    - elastiform validate
    - elastiform synth --check
    - |
${indent(AFFECTED_SCRIPT, 6)}
  after_script:
    - node_modules/.bin/elastiform validate --format gitlab > gl-code-quality-report.json
  artifacts:
    when: always
    paths: [affected.txt]
    reports: {codequality: gl-code-quality-report.json}

plan:
  extends: .terraform
  stage: plan
  needs: [check]
  environment: {name: $ENVIRONMENT-plan, action: access}
  script:
    - ${NOT_AFFECTED}
    - |
${indent(PLAN_SCRIPT, 6)}
  artifacts:
    # Saved plans hold values in clear.
    access: developer
    paths: [plans/]
    expire_in: 5 days

review:
  extends: .elastiform
  stage: review
  needs: [check, plan]
  script:
    - if [ ! -s affected.txt ]; then echo "no environment is affected"; exit 0; fi
    - |
${indent(REVIEW_SCRIPT, 6)}
    - |
${indent(NOTE_SCRIPT, 6)}
    - ${GATE_SCRIPT}
  artifacts:
    when: always
    access: developer
    paths: [review.md, plans/*/approval]
    expire_in: 5 days

.apply:
  extends: .terraform
  stage: apply
  needs: [plan, review]
  # One after the other for each environment.
  resource_group: $ENVIRONMENT

apply:
  extends: .apply
  environment: {name: $ENVIRONMENT-auto}
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - ${hasApproval('auto')}
    - &apply |
${indent(APPLY_SCRIPT, 6)}

# For what a person has to look at: whoever may deploy to the protected environment starts it.
apply by hand:
  extends: .apply
  environment: {name: $ENVIRONMENT}
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      when: manual
      allow_failure: true
  script:
    - ${hasApproval('human')}
    - *apply
`;
}
