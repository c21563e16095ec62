/** An IAM policy, as `aws_iam_policy_document` makes it of its `statement` blocks. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly Condition[];
}

interface Condition {
  readonly test: string;
  readonly variable: string;
  readonly values: readonly string[];
}

/** One call of the API of AWS. */
export interface ApiCall {
  readonly action: string;
  readonly resource: string;
  /** Condition keys and their values: `aws:ResourceTag/…`, `aws:RequestTag/…`. */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * The decision of IAM on a single policy, for what ours use: Allow and Deny, `*` and `?`, and StringEquals, which
 * fails when the key is not in the request. Everything else throws, so that it is never taken for granted.
 *
 * @source IAM user guide, "Policy evaluation logic" and "Condition operators" (read 2026-11-25)
 */
export function isAllowed(policy: readonly Statement[], call: ApiCall): boolean {
  const matching = policy.filter((statement) => matches(statement, call));
  return (
    matching.some(({ effect }) => effect === 'Allow') && !matching.some(({ effect }) => effect === 'Deny')
  );
}

function matches({ actions, resources, conditions }: Statement, { action, resource, context = {} }: ApiCall) {
  return (
    actions.some((pattern) => glob(pattern.toLowerCase(), action.toLowerCase())) &&
    resources.some((pattern) => glob(pattern, resource)) &&
    conditions.every(({ test, variable, values }) => {
      if (test !== 'StringEquals') throw new Error(`the evaluator does not know ${test}`);
      const key = Object.keys(context).find((name) => name.toLowerCase() === variable.toLowerCase());
      return key !== undefined && values.includes(context[key] ?? '');
    })
  );
}

function glob(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** Reads a policy as IAM itself writes it. */
export function statementsOfJson(json: string): readonly Statement[] {
  const { Statement: statements } = JSON.parse(json) as { Statement: JsonStatement | JsonStatement[] };
  return asList(statements).map(({ Effect, Action, Resource, Condition: conditions = {} }) => ({
    effect: Effect,
    actions: asList(Action),
    resources: asList(Resource ?? []),
    conditions: Object.entries(conditions).flatMap(([test, keys]) =>
      Object.entries(keys).map(([variable, values]) => ({ test, variable, values: asList(values) })),
    ),
  }));
}

interface JsonStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>;
}

/** Reads the blocks of `aws_iam_policy_document` in Terraform's JSON, with the references replaced. */
export function statementsOfBlocks(
  blocks: Block | readonly Block[],
  references: Readonly<Record<string, string>>,
): readonly Statement[] {
  const replaced = (text: string) => {
    const known = Object.entries(references).reduce(
      (left, [reference, value]) => left.replaceAll(`\${${reference}}`, value),
      text,
    );
    if (known.includes('${')) throw new Error(`${known} has a reference that the test does not know`);
    return known;
  };
  return asList(blocks).map(({ effect = 'Allow', actions, resources = [], condition = [] }) => ({
    effect,
    actions,
    resources: resources.map(replaced),
    conditions: asList(condition).map(({ test, variable, values }) => ({
      test,
      variable: replaced(variable),
      values: values.map(replaced),
    })),
  }));
}

export interface Block {
  readonly effect?: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources?: readonly string[];
  /** Terraform's JSON has no list around a block that stands alone. */
  readonly condition?: Condition | readonly Condition[];
}

function asList<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
