import type { PipelineFile } from './pipeline.ts';

/**
 * One project for each root. The workflow is in the configuration of the server, and so is the choice of it: where a
 * pull request brings its own, or picks the built-in one, it runs what it likes with the credentials of the server.
 *
 * @source runatlantis.io, "Server Side Repo Config" and "Custom Workflows"; atlantis server/core/runtime at 27947f02
 *   (variables of steps, shell `sh`, the folder of the project), all read 2026-11-27
 */
export function atlantisFiles(environments: readonly string[]): readonly PipelineFile[] {
  return [
    { path: 'atlantis.yaml', text: repository(environments) },
    { path: 'atlantis-server.yaml', text: SERVER },
  ];
}

function repository(environments: readonly string[]): string {
  return `# Written by \`elastiform init --ci atlantis\`; it is yours now. docs/pipelines.md of elastiform explains it.
#
# A new environment is added here. For OpenTofu give each project "terraform_distribution: opentofu".
version: 3
automerge: false
abort_on_execution_order_fail: true
projects:
${environments.map(projects).join('')}`;
}

function projects(environment: string): string {
  return `  - name: ${environment}-aws
    dir: generated/infra/env/${environment}
    execution_order_group: 1
    autoplan: {when_modified: ["*.tf", "*.tf.json"]}
  - name: ${environment}-kubernetes
    dir: generated/infra/env/${environment}/kubernetes
    # It looks up what the AWS root makes.
    execution_order_group: 2
    depends_on: [${environment}-aws]
    autoplan: {when_modified: ["*.tf", "*.tf.json"]}
`;
}

const SERVER = `# Written by \`elastiform init --ci atlantis\`; it is yours now. For the server, not for the repository:
#   atlantis server --repo-config atlantis-server.yaml
# elastiform is installed on the server, not by the pull request.
repos:
  - id: /.*/   # write the repository here, such as github.com/example/infrastructure
    # Nothing may be overridden: a pull request could pick the built-in workflow, which reviews nothing.
    workflow: elastiform
    allowed_overrides: []
    allow_custom_workflows: false
    apply_requirements: [approved, mergeable, undiverged]

workflows:
  elastiform:
    plan:
      steps:
        # By the folder, for the name of a project is what the pull request says. Any other folder ends here.
        - env:
            name: ENVIRONMENT
            command: >-
              expr "$REPO_REL_DIR" : 'generated/infra/env/\\([^/]*\\)'
        - run: elastiform synth --check "$ENVIRONMENT" -C "$(git rev-parse --show-toplevel)"
        - init
        - plan
        - run: >-
            "$ATLANTIS_TERRAFORM_DISTRIBUTION$ATLANTIS_TERRAFORM_VERSION" show -json "$PLANFILE" > "$SHOWFILE"
        # What is blocked leaves no plan behind that "atlantis apply" could find.
        - run: >-
            elastiform review "$ENVIRONMENT=$SHOWFILE" -C "$(git rev-parse --show-toplevel)" ||
            { rm -f "$PLANFILE"; exit 1; }
    apply:
      steps: [apply]
`;
