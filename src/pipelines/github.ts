import { ACTIONS, TERRAFORM_VERSION } from './actions.ts';
import { APPLY_SCRIPT } from './apply-script.ts';
import {
  AFFECTED_SCRIPT,
  COMMENT_SCRIPT,
  GATES_SCRIPT,
  LATEST_SCRIPT,
  REVIEWERS_SCRIPT,
} from './github-scripts.ts';
import { indent } from './indent.ts';
import type { PipelineFile } from './pipeline.ts';
import { PLAN_SCRIPT } from './plan-script.ts';
import { GATE_SCRIPT, REVIEW_SCRIPT } from './review-script.ts';

/** One workflow for changes and for what was merged. Nothing from an event stands inside of a script. */
export function githubFiles(): readonly PipelineFile[] {
  return [{ path: '.github/workflows/elastiform.yml', text: WORKFLOW }];
}

/** Terraform comes without its wrapper, whose words would be mixed into the JSON of plans. */
const TERRAFORM_STEPS = `
- uses: ${ACTIONS.checkout}
  with: {persist-credentials: false}
- uses: ${ACTIONS.awsCredentials}
  with:
    role-to-assume: \${{ vars.AWS_ROLE }}
    aws-region: \${{ vars.AWS_REGION }}
    # An apply that outlives its session cannot even write its state: 3 h need a role that allows 3 h.
    role-duration-seconds: \${{ vars.AWS_ROLE_SECONDS || '3600' }}
- uses: ${ACTIONS.setupTerraform}
  with: {terraform_version: "${TERRAFORM_VERSION}", terraform_wrapper: false}
`;

const ELASTIFORM_STEPS = `
- uses: ${ACTIONS.setupNode}
  with: {node-version: 20}
- name: Install elastiform, a dependency of package.json
  run: |
    npm ci --ignore-scripts
    echo "$PWD/node_modules/.bin" >> "$GITHUB_PATH"
`;

const EMPTY = `'{"include":[]}'`;

const WORKFLOW = `# Written by \`elastiform init --ci github\`; it is yours now. docs/pipelines.md of elastiform explains it.
#
# Jobs that have a role in AWS run Terraform and nothing else; jobs that run packages of npm have no role.
name: elastiform

on:
  pull_request:
  push:
    branches: [main]
  workflow_dispatch:
    inputs:
      base:
        description: Commit since which environments may have changed
        required: true

permissions: {}

defaults:
  run:
    shell: bash

# Runs on main wait for each other per environment, in the job "apply": a whole run that is replaced while it waits
# would take its changes with it.
concurrency:
  group: elastiform-\${{ github.event_name == 'pull_request' && github.ref || github.run_id }}
  cancel-in-progress: true

jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions: {contents: read}
    outputs:
      matrix: \${{ steps.affected.outputs.matrix }}
    steps:
      - uses: ${ACTIONS.checkout}
        with: {persist-credentials: false, fetch-depth: 0}
${indent(ELASTIFORM_STEPS, 6)}
      - name: Is every spec right?
        run: elastiform validate --format github
      - name: Is the Terraform up to date?
        run: elastiform synth --check
      - name: Which environments are affected?
        id: affected
        env:
          EVENT: \${{ github.event_name }}
          BEFORE: \${{ inputs.base || github.event.before }}
        run: |
${indent(AFFECTED_SCRIPT, 10)}

  plan:
    needs: check
    # A fork gets no role.
    if: needs.check.outputs.matrix != ${EMPTY} && (github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository)
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions: {contents: read, id-token: write}
    strategy:
      fail-fast: false
      matrix: \${{ fromJSON(needs.check.outputs.matrix) }}
    environment: \${{ matrix.environment }}-plan
    steps:
${indent(TERRAFORM_STEPS, 6)}
      - name: Plan both roots
        env:
          ENVIRONMENT: \${{ matrix.environment }}
        run: |
${indent(PLAN_SCRIPT, 10)}
      # Saved plans hold values in clear: whoever may read the repository may read them for these days.
      - uses: ${ACTIONS.uploadArtifact}
        with:
          name: plan-\${{ matrix.environment }}
          path: plans/
          if-no-files-found: error
          retention-days: 5

  review:
    needs: [check, plan]
    # For branch protection a job that is skipped has passed: after a plan that failed this one has to fail.
    if: \${{ !cancelled() && needs.plan.result != 'skipped' }}
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions: {contents: read, actions: read, pull-requests: write}
    outputs:
      matrix: \${{ steps.gates.outputs.matrix }}
    steps:
      - name: Could everything be planned?
        if: needs.plan.result != 'success'
        run: exit 1
      - uses: ${ACTIONS.checkout}
        with: {persist-credentials: false}
${indent(ELASTIFORM_STEPS, 6)}
      - uses: ${ACTIONS.downloadArtifact}
        with: {pattern: plan-*, path: plans/, merge-multiple: true}
      - name: Review all plans
        run: |
${indent(REVIEW_SCRIPT, 10)}
          cat review.md >> "$GITHUB_STEP_SUMMARY"
      - name: Comment on the pull request
        if: github.event_name == 'pull_request'
        env:
          GH_TOKEN: \${{ github.token }}
          REPOSITORY: \${{ github.repository }}
          NUMBER: \${{ github.event.pull_request.number }}
        run: |
${indent(COMMENT_SCRIPT, 10)}
      - name: Stop when blocked
        run: ${GATE_SCRIPT}
      - name: Is there somebody who can agree?
        if: github.event_name != 'pull_request'
        env:
          GH_TOKEN: \${{ github.token }}
          REPOSITORY: \${{ github.repository }}
        run: |
${indent(REVIEWERS_SCRIPT, 10)}
      - name: Who has to agree?
        id: gates
        run: |
${indent(GATES_SCRIPT, 10)}

  apply:
    needs: review
    if: github.event_name != 'pull_request' && github.ref == 'refs/heads/main' && needs.review.outputs.matrix != ${EMPTY}
    runs-on: ubuntu-24.04
    timeout-minutes: 180
    permissions: {contents: read, id-token: write}
    strategy:
      fail-fast: false
      matrix: \${{ fromJSON(needs.review.outputs.matrix) }}
    # Of those that wait only the latest stays; its plan holds what the others wanted, too.
    concurrency:
      group: elastiform-apply-\${{ matrix.environment }}
      cancel-in-progress: false
    # The name of the environment waits for its reviewers; with -auto at its end it does not.
    environment: \${{ matrix.gate }}
    steps:
${indent(TERRAFORM_STEPS, 6)}
      - uses: ${ACTIONS.checkout}
        with: {persist-credentials: false, ref: "\${{ github.ref }}", path: latest}
      - name: Is this still what the branch says?
        env:
          ENVIRONMENT: \${{ matrix.environment }}
        run: |
${indent(LATEST_SCRIPT, 10)}
      - uses: ${ACTIONS.downloadArtifact}
        with:
          name: plan-\${{ matrix.environment }}
          path: plans/
      - name: Apply what was reviewed
        env:
          ENVIRONMENT: \${{ matrix.environment }}
        run: |
${indent(APPLY_SCRIPT, 10)}
      # The state that Terraform could not write to its bucket, which tells what it has made.
      - uses: ${ACTIONS.uploadArtifact}
        if: failure()
        with:
          name: errored-state-\${{ matrix.environment }}
          path: generated/infra/env/**/errored.tfstate
          if-no-files-found: ignore
          retention-days: 5
`;
