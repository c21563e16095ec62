import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the real Terraform can be asked. */
export const terraformOnPath = spawnSync('terraform', ['version']).status === 0;

/** What `terraform fmt` would change in `hcl` as a diff; empty when it would change nothing. */
export function formatDiff(hcl: string): string {
  return terraform(['fmt', '-check', '-diff', '-no-color', '-'], tmpdir(), hcl);
}

/** The value of the output `all` of a root made of one file; `fileName` is `main.tf` or `main.tf.json`. */
export function evaluateAll(fileName: string, text: string): unknown {
  return inRoot(fileName, text, (root) => {
    terraform(['apply', '-auto-approve', '-input=false', '-no-color'], root);
    return JSON.parse(terraform(['output', '-json', 'all'], root));
  });
}

/** Throws with Terraform's words unless the root made of one file is valid. */
export function validate(fileName: string, text: string): void {
  inRoot(fileName, text, (root) => {
    terraform(['init', '-backend=false', '-input=false', '-no-color'], root);
    terraform(['validate', '-no-color'], root);
  });
}

function inRoot<T>(fileName: string, text: string, ask: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'elastiform-render-'));
  try {
    writeFileSync(join(root, fileName), text);
    return ask(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function terraform(args: readonly string[], cwd: string, input = ''): string {
  // Whatever the developer has set for Terraform must not decide what the tests see.
  const ours = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('TF_') || name === 'TF_CLI_CONFIG_FILE',
  );
  const env = { ...Object.fromEntries(ours), CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
  const run = spawnSync('terraform', args, { cwd, input, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  // `fmt -check` ends with 3 when it has a diff, which is then its answer.
  const isAnswer = run.status === 0 || (args[0] === 'fmt' && run.status === 3);
  if (!isAnswer) throw new Error(`terraform ${args.join(' ')}: ${run.error ?? ''}${run.stdout}${run.stderr}`);
  return run.stdout;
}
