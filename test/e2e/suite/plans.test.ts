import { afterAll, beforeAll, describe } from 'vitest';
import { describeE2e } from '../harness/describe-e2e.ts';
import { applyFixture } from '../harness/fixture.ts';
import { createLegacyProduction } from '../harness/legacy.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import type { TerraformRoot } from '../harness/terraform.ts';
import { adoptionTests } from './adoption.ts';
import { formatTests } from './formats.ts';
import { literalTextTests } from './literal-text.ts';

// What a plan alone can prove shares one mock: starting one and making what exists beforehand costs 20 s.
describeE2e('plans', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;
  const world = () => ({ tools: tools(), mock });

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
    await createLegacyProduction(mock, fixture);
  });

  afterAll(async () => {
    await fixture?.remove();
    await mock?.stop();
  });

  describe('of what somebody made by hand', () => adoptionTests(world));
  describe('of HCL and JSON', () => formatTests(world));
  describe('of hostile text', () => literalTextTests(world));
});
