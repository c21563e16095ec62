import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cases } from '../../review/cases.ts';
import { awsTree, planCase } from '../../review/plan-case.ts';
import { fixtureText } from '../../review/read-fixture.ts';
import { describeFullE2e } from '../harness/describe-e2e.ts';
import { applyFixture } from '../harness/fixture.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import { formatPlan } from '../harness/plan-summary.ts';
import { TerraformRoot } from '../harness/terraform.ts';

const MINUTES = 60_000;
const FIXTURES = fileURLToPath(new URL('../../review/fixtures', import.meta.url));

// The plans that the tests of the review read were made by this: GOLDEN=update ELASTIFORM_E2E=full npx vitest run
// test/e2e/suite/recorded-plans.test.ts writes them anew.
describeFullE2e('the recorded plans', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;
  let applied: TerraformRoot;

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
    const files = await awsTree({ name: 'as-it-is', edits: [] });
    applied = await TerraformRoot.initialised({ tools: tools(), mock, files });
    await applied.apply();
  }, 15 * MINUTES);

  afterAll(async () => {
    await applied?.remove();
    await fixture?.remove();
    await mock?.stop();
  });

  // What moves past Terraform stays moved, so those come last.
  const inOrder = [...cases].sort((a, b) => Number(a.moves !== undefined) - Number(b.moves !== undefined));

  it.each(inOrder)(
    '$name: the provider plans what was written down',
    async (one) => {
      const plan = await planCase(one, applied, mock);
      if (process.env['GOLDEN'] === 'update')
        await writeFile(`${FIXTURES}/${one.name}.golden.json`, `${JSON.stringify(plan, null, 1)}\n`);
      expect(formatPlan(plan)).toBe(formatPlan(JSON.parse(fixtureText(one.name))));
    },
    5 * MINUTES,
  );
});
