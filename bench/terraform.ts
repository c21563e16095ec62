import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyFixture } from '../test/e2e/harness/fixture.ts';
import { startMockAws } from '../test/e2e/harness/mock-aws.ts';
import { TerraformRoot } from '../test/e2e/harness/terraform.ts';
import { findTools } from '../test/e2e/harness/tools.ts';
import { run } from './measure.ts';
import type { PackageUnderTest } from './package-under-test.ts';
import { type Summary, summarise } from './statistics.ts';

export type TerraformResult =
  | { readonly name: string; readonly wallMs: Summary }
  | { readonly name: string; readonly skipped: string };

/**
 * Terraform's own check and plan of what elastiform writes, for a sample environment and the mock AWS of the end-to-end
 * tests: what somebody waits for who finds a mistake only then.
 */
export async function terraform(
  elastiform: PackageUnderTest,
  folder: string,
  rounds: number,
): Promise<readonly TerraformResult[]> {
  const { tools, reason } = await findTools();
  const names = ['terraform validate (dev)', 'terraform plan (dev)'];
  if (!tools) return names.map((name) => ({ name, skipped: reason }));
  run(elastiform.command(['synth'], folder));
  await using mock = await startMockAws(tools);
  await using _world = await applyFixture(tools, mock, 'dev');
  const files = awsRoot(join(folder, 'generated/infra/env/dev'));
  await using root = await TerraformRoot.initialised({ tools, mock, files });
  const validate: number[] = [];
  const plan: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(run(elastiform.command(['validate', 'dev'], folder)).wallMs);
    validate.push(await timed(() => root.validate()));
    plan.push(await timed(() => root.plan()));
  }
  return [
    { name: 'elastiform validate dev', wallMs: summarise(ours) },
    { name: names[0]!, wallMs: summarise(validate) },
    { name: names[1]!, wallMs: summarise(plan) },
  ];
}

function awsRoot(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.tf'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
