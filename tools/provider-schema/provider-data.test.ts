import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROVIDERS } from '../../src/terraform/schema/schema-of.ts';
import { readAwsSchema } from './aws-schema.ts';
import { readBindings } from './bindings.ts';
import { readKubernetesSchema } from './kubernetes-schema.ts';
import { printSchema } from './print-schema.ts';
import { reportDisagreements } from './report-disagreements.ts';
import { AWS_TYPES } from './wanted-types.ts';

const mirror = process.env['ELASTIFORM_TF_MIRROR'] ?? '';
const hasTerraform = spawnSync('terraform', ['version']).status === 0;
const isFullRun = process.env['ELASTIFORM_E2E'] === 'full';
const cannot = !isFullRun
  ? 'part of npm run test:e2e:full'
  : mirror === ''
    ? 'ELASTIFORM_TF_MIRROR is not set'
    : hasTerraform
      ? undefined
      : 'terraform is not installed';

// Reading megabytes of generated code, or starting a 700 MB provider, takes seconds on two cores.
const PATIENCE = { timeout: 120_000 };

it('kubernetes.json is what the tool makes of the bindings', PATIENCE, () => {
  expect(printSchema(readKubernetesSchema(PROVIDERS.kubernetes.date)) === committed('kubernetes')).toBe(true);
});

it.skipIf(cannot !== undefined)(
  `aws.json is what the tool makes of the provider${cannot === undefined ? '' : ` (skipped: ${cannot})`}`,
  PATIENCE,
  () => {
    expect(printSchema(readAwsSchema(mirror, PROVIDERS.aws.date)) === committed('aws')).toBe(true);
  },
);

// Kubernetes has to trust the bindings; AWS, where the provider can be asked, shows that one can. Between 5.100
// and 6.25 names came and went, but nothing turned from block to attribute, or from list to set.
it('bindings tell blocks, nesting, counts and types of AWS as the provider does', PATIENCE, () => {
  const report = reportDisagreements(readBindings('aws', AWS_TYPES), PROVIDERS.aws);
  const kinds = report.filter((line) => !line.startsWith(' ')).slice(1);
  expect(kinds.map((line) => line.replace(/ \(\d+\)$/, ''))).toEqual([
    'only in the binding',
    'only in the provider',
    'presence',
  ]);
});

function committed(name: string): string {
  return readFileSync(new URL(`../../src/terraform/schema/data/${name}.json`, import.meta.url), 'utf8');
}
