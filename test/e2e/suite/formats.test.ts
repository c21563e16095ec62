import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { treeOf } from '../../support/compile-folder.ts';
import { describeE2e } from '../harness/describe-e2e.ts';
import type { FileTree } from '../harness/file-tree.ts';
import { applyFixture } from '../harness/fixture.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import { TerraformRoot } from '../harness/terraform.ts';
import { withoutKubernetes } from './aws-root.ts';

// The sample production, and specs that use every key of the language.
const specs = [
  'specs/prod.yaml',
  ...readdirSync('test/golden/specs').map((name) => `test/golden/specs/${name}`),
].filter((file) => file.endsWith('.yaml'));

describeE2e('HCL and JSON', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
  }, 600_000);

  afterAll(async () => {
    await fixture?.remove();
    await mock?.stop();
  }, 600_000);

  it.concurrent.each(specs)(
    'of %s give the same plan',
    async (file) => {
      const plannedValues = async (files: FileTree) => {
        await using root = await TerraformRoot.initialised({
          tools: tools(),
          mock,
          files: withoutKubernetes(files),
        });
        expect(await root.fmtCheck()).toEqual([]);
        const { planned_values, resource_changes } = await (await root.plan()).json();
        return { planned_values, resource_changes };
      };
      const hcl = await plannedValues(await treeOf(file, undefined, 'hcl'));
      const json = await plannedValues(await treeOf(file, undefined, 'json'));
      expect(json).toEqual(hcl);
    },
    600_000,
  );
});
