import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { treeOf } from '../support/compile-folder.ts';

const run = promisify(execFile);
const app = JSON.parse(readFileSync('cdktf.json', 'utf8')) as { app: string };

// The cdktf command line itself is 400 MB and sends telemetry; it does no more than start this command.
it('the app that cdktf.json names makes the same resources for the cdktf command line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'elastiform-cdktf-'));
  try {
    const [program, ...args] = app.app.split(' ');
    await run(program!, args, { env: { ...process.env, CDKTF_OUTDIR: folder } });
    expect(readdirSync(join(folder, 'stacks')).sort()).toEqual(
      ['dev', 'prod', 'staging'].flatMap((name) => [name, `${name}-kubernetes`]),
    );
    for (const [stack, isKubernetes] of [
      ['prod', false],
      ['prod-kubernetes', true],
    ] as const) {
      const synthesized = JSON.parse(
        readFileSync(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8'),
      ) as Section;
      const tree = await treeOf('specs/prod.yaml', undefined, 'json');
      const ours = [...tree].filter(
        ([path]) => path.endsWith('.tf.json') && path.startsWith('kubernetes/') === isKubernetes,
      );
      const addresses = ours.flatMap(([, text]) =>
        addressesOf((JSON.parse(text) as Section)['resource'] ?? {}),
      );
      expect(addressesOf(synthesized['resource'] ?? {}).sort()).toEqual(addresses.sort());
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

type Section = Record<string, Record<string, Record<string, unknown>>>;

function addressesOf(resources: Record<string, Record<string, unknown>>): string[] {
  return Object.entries(resources).flatMap(([type, named]) =>
    Object.keys(named).map((name) => `${type}.${name}`),
  );
}
