import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { treeOf } from '../../support/compile-folder.ts';
import { isFullRun } from '../harness/describe-e2e.ts';
import type { FileTree } from '../harness/file-tree.ts';
import { TerraformRoot } from '../harness/terraform.ts';
import { withoutKubernetes } from './aws-root.ts';
import type { World } from './world.ts';

/** Specs that use every key of the language; those called `offline` name what the fixture does not have. */
const golden = readdirSync('test/golden/specs')
  .filter((name) => name.endsWith('.yaml') && !/^(?:offline|base)/.test(name))
  .map((name) => `test/golden/specs/${name}`);

// Each takes four starts of the provider, 15 s of a core: the short run is content with the richest.
const specs = isFullRun
  ? ['specs/prod.yaml', ...golden]
  : golden.filter((file) => file.endsWith('/everything.yaml'));

export function formatTests(world: () => World): void {
  it.concurrent.each(specs)(
    'of %s give the same plan',
    async (file) => {
      const plannedValues = async (files: FileTree) => {
        await using root = await TerraformRoot.initialised({
          ...world(),
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
}
