import { type Facts, noFacts } from './facts.ts';
import { parseInput } from './read/parse-input.ts';
import { recognise } from './read/recognise.ts';
import { View } from './view.ts';

export interface NamedText {
  /** As the user wrote it. */
  readonly name: string;
  readonly text: string;
}

/** Facts of all inputs together, or what is wrong with each that cannot be read. */
export function readInputs(inputs: readonly NamedText[]): { facts: Facts; problems: readonly string[] } {
  const facts = noFacts();
  const problems: string[] = [];
  for (const { name, text } of inputs) {
    const parsed = parseInput(text);
    if ('problem' in parsed) problems.push(`${name} ${parsed.problem}`);
    else if (!parsed.values.map((value) => recognise(value, facts)).includes(true))
      problems.push(`${name} ${parsed.values.some(isStateFile) ? STATE_FILE : WRONG}`);
  }
  return { facts, problems };
}

/** What Terraform writes for itself; its form is not promised to anybody. */
function isStateFile(value: unknown): boolean {
  const view = new View(value);
  return view.has('lineage') && view.has('serial');
}

const STATE_FILE = 'is a state as Terraform keeps it: give what terraform show -json FILE makes of it';

const WRONG =
  'is nothing that import knows: terraform show -json, kubectl get hpa,deploy,pdb -o yaml, or aws rds, elasticache, autoscaling, ec2 or eks describe-…';
