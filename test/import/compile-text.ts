import { knowledge } from '../../src/components/registry.ts';
import { importSpec } from '../../src/import/import-spec.ts';
import { readInputs } from '../../src/import/read-inputs.ts';
import { treeOf } from '../support/compile-folder.ts';

/** The spec that import makes of some answers of AWS, and its Terraform. */
export async function compileText(
  answers: readonly unknown[],
): Promise<{ spec: string; tree: ReadonlyMap<string, string> }> {
  const inputs = answers.map((answer, index) => ({ name: `${index}`, text: JSON.stringify(answer) }));
  const { facts, problems } = readInputs(inputs);
  if (problems.length > 0) throw new Error(problems.join('; '));
  const options = { environment: 'prod', tier: 'prod', today: '2026-11-25' } as const;
  const { text } = importSpec(facts, knowledge, options);
  return { spec: text, tree: await treeOf('specs/prod.yaml', new Map([['specs/prod.yaml', text]])) };
}
