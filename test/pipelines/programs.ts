import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TERRAFORM_VERSION } from '../../src/pipelines/actions.ts';

const ELASTIFORM = fileURLToPath(new URL('../../bin/elastiform.js', import.meta.url));

/** What a root answers when it has nothing to change. */
const EMPTY_PLAN = JSON.stringify({
  format_version: '1.2',
  terraform_version: TERRAFORM_VERSION,
  applyable: false,
  complete: true,
  errored: false,
  resource_changes: [],
});

export interface RealTerraform {
  readonly program: string;
  /** A file that goes into every AWS root. */
  readonly override: string;
}

/**
 * The programs that jobs find: elastiform of this checkout, no npm, a `gh` that notes what it was told, and Terraform.
 *
 * @param terraform for AWS roots, which get the override that points them at the mock. Without one, and for Kubernetes
 *   roots, whose provider is in no mirror, there is a stand-in
 */
export async function writePrograms(bin: string, terraform?: RealTerraform): Promise<void> {
  await mkdir(bin, { recursive: true });
  const program = (name: string, script: string) =>
    writeFile(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  await program('elastiform', `exec "${process.execPath}" "${ELASTIFORM}" "$@"`);
  await program('npm', 'exit 0');
  await program('gh', GH);
  await program('terraform', terraformScript(terraform));
  // The name that Atlantis gives to what it downloads.
  await symlink('terraform', join(bin, `terraform${TERRAFORM_VERSION}`));
}

/** Notes what it was told, and keeps the comment. GitHub environments have reviewers, or `$RULES` in their place. */
const GH = `
echo "gh $*" >> "$CALLS"
case "$*" in */environments/*) echo "branch_policy \${RULES-required_reviewers}" ;; esac
if [ -f review.md ]; then cp review.md "$CALLS.review.md"; fi`;

/**
 * Notes which root it was asked to do what. The stand-in plans what the file `$AWS_PLAN` says, otherwise nothing;
 * `$KUBERNETES` says how that root behaves: `fails` (no plan yet) or `incomplete` (a plan with an error, which a review
 * blocks).
 */
function terraformScript(terraform: RealTerraform | undefined): string {
  const real =
    terraform &&
    `
if [ "$root" = aws ]; then
  cp "${terraform.override}" "$folder/elastiform_e2e_override.tf.json"
  exec "${terraform.program}" "$@"
fi`;
  return `
case $1 in -chdir=*) folder=\${1#-chdir=}; verb=$2 ;; *) folder=$PWD; verb=$1 ;; esac
case $folder in */kubernetes) root=kubernetes ;; *) root=aws ;; esac
echo "$root $verb" >> "$CALLS"
${real ?? ''}
case $verb in
  init) echo "# stand-in" > "$folder/.terraform.lock.hcl" ;;
  plan)
    for word in "$@"; do case $word in -out=*) echo stand-in > "\${word#-out=}" ;; esac; done
    # As Terraform does, it leaves a plan that failed behind.
    if [ "$root \${KUBERNETES:-}" = "kubernetes fails" ]; then exit 1; fi
    if [ "$root" = aws ] && [ -n "\${AWS_PLAN:-}" ]; then exit 2; fi ;;
  show)
    plan='${EMPTY_PLAN}'
    if [ "$root \${KUBERNETES:-}" = "kubernetes incomplete" ]; then
      plan=$(echo "$plan" | sed 's/"errored":false/"errored":true/')
    fi
    if [ "$root" = aws ] && [ -n "\${AWS_PLAN:-}" ]; then cat "$AWS_PLAN"; else echo "$plan"; fi ;;
esac`;
}
