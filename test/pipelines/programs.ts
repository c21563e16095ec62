import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ELASTIFORM = fileURLToPath(new URL('../../bin/elastiform.js', import.meta.url));

/** What a Kubernetes root answers when it has nothing to change. */
const EMPTY_PLAN = {
  format_version: '1.2',
  terraform_version: '1.11.4',
  applyable: false,
  complete: true,
  errored: false,
  resource_changes: [],
};

/**
 * The programs that jobs find: elastiform of this checkout, no npm, a `gh` that notes what it was told, and Terraform.
 *
 * Terraform is the real one for AWS roots, which get the override that points them at the mock. The Kubernetes provider is
 * in no mirror, so for those roots it is a stand-in that only notes what it was asked; `$KUBERNETES` says how it behaves:
 * `fails` (no plan yet) or `incomplete` (a plan with an error, which a review blocks).
 *
 * @param override a file that goes into every AWS root
 */
export async function writePrograms(bin: string, terraform: string, override: string): Promise<void> {
  await mkdir(bin, { recursive: true });
  const program = (name: string, script: string) =>
    writeFile(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  await program('elastiform', `exec "${process.execPath}" "${ELASTIFORM}" "$@"`);
  await program('npm', 'exit 0');
  await program(
    'gh',
    'echo "gh $*" >> "$CALLS"; if [ -f review.md ]; then cp review.md "$CALLS.review.md"; fi',
  );
  await program(
    'terraform',
    `
folder=\${1#-chdir=}
case $folder in */kubernetes) root=kubernetes ;; *) root=aws ;; esac
echo "$root $2" >> "$CALLS"
if [ "$root" = aws ]; then
  cp "${override}" "$folder/elastiform_e2e_override.tf.json"
  exec "${terraform}" "$@"
fi
case $2 in
  init) echo "# stand-in" > "$folder/.terraform.lock.hcl" ;;
  plan)
    if [ "\${KUBERNETES:-}" = fails ]; then exit 1; fi
    for word in "$@"; do case $word in -out=*) echo stand-in > "\${word#-out=}" ;; esac; done ;;
  show)
    plan='${JSON.stringify(EMPTY_PLAN)}'
    if [ "\${KUBERNETES:-}" = incomplete ]; then plan=$(echo "$plan" | sed 's/"errored":false/"errored":true/'); fi
    echo "$plan" ;;
esac`,
  );
}
