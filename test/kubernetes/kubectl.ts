import { spawn, spawnSync } from 'node:child_process';
import type { Json } from './json.ts';
import type { Manifest } from './to-kubernetes.ts';

const KUBECTL = 'kubectl';

/** Whether there is a kubectl to ask. */
export const kubectlOnPath = spawnSync(KUBECTL, ['version', '--client'], { stdio: 'ignore' }).status === 0;

/**
 * What kubectl, which has the types of the API as Go structs, thinks of an object, without a server.
 *
 * `kubectl create --dry-run=client` and `--validate=strict` both ask a server first, for the list of its
 * resources and for its OpenAPI schema. `kubectl set env --local` does not: it decodes the object into its
 * struct, which fails for a wrong type, and prints what the struct holds, if it makes pods. Of other kinds we
 * learn only that they were decoded; unknown fields of theirs pass.
 *
 * @returns what is wrong: an error, or the paths that are lost on the way through the struct
 */
export async function askKubectl(manifest: Manifest): Promise<string[]> {
  // It prints only what it changes, so it has to add something; every container gets the variable at the end.
  const { status, stdout, stderr } = await runKubectl(
    ['set', 'env', '--local', '-f', '-', '-o', 'json', 'ASKED_BY_TEST=1'],
    JSON.stringify(manifest),
  );
  if (stderr.includes('does not have a pod template')) return [];
  return status === 0 ? lostPaths(manifest, JSON.parse(stdout), '') : [stderr.trim()];
}

function runKubectl(
  words: readonly string[],
  input: string,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    // No cluster of the person who runs the tests is ever asked.
    const child = spawn(KUBECTL, words, { env: { ...process.env, KUBECONFIG: '/dev/null' } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(input);
  });
}

function lostPaths(sent: Json, kept: Json | undefined, path: string): string[] {
  if (kept === undefined) return [`${path} is lost`];
  if (typeof sent !== 'object' || sent === null) return sent === kept ? [] : [`${path} becomes ${kept}`];
  return Object.entries(sent).flatMap(([key, value]) =>
    isEmpty(value) ? [] : lostPaths(value, (kept as Record<string, Json>)[key], `${path}/${key}`),
  );
}

/** Go leaves out zero values when it writes. */
function isEmpty(value: Json): boolean {
  return !value || (typeof value === 'object' && Object.keys(value).length === 0);
}
