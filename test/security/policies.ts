import { type Body, blocks, type Json, type Resource, type Tree } from './tree.ts';

export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** `AWS *`, `Service pods.eks.amazonaws.com` */
  readonly principals: readonly string[];
  readonly isConditional: boolean;
}

/**
 * The policies of a tree as resources of types of their own: `trust` says who may take a role, `policy` what a role
 * may do, `bucket_policy` who may use a bucket. They are documents (`data`) or JSON in local values.
 */
export function policiesOf({ data, locals }: Tree): readonly Resource[] {
  const documents = data
    .filter(({ type }) => type === 'aws_iam_policy_document')
    .map(({ address, body }) => policy(`data.${address}`, blocks(body, 'statement').map(ofBlock)));
  const texts = Object.entries(locals).flatMap(([name, value]) =>
    isObject(value) && value['Statement'] !== undefined
      ? [policy(`local.${name}`, blocks(value, 'Statement').map(ofJson))]
      : [],
  );
  return [...documents, ...texts];
}

export function statementsOf({ body }: Resource): readonly Statement[] {
  return body['statements'] as unknown as readonly Statement[];
}

function policy(address: string, statements: readonly Statement[]): Resource {
  const hasPrincipals = statements.some(({ principals }) => principals.length > 0);
  const hasResources = statements.some(({ resources }) => resources.length > 0);
  const type = !hasPrincipals ? 'policy' : hasResources ? 'bucket_policy' : 'trust';
  return { address, type, body: { statements: statements as unknown as Json } };
}

function ofBlock(block: Body): Statement {
  return {
    effect: String(block['effect'] ?? 'Allow'),
    actions: texts(block['actions']),
    resources: texts(block['resources']),
    principals: blocks(block, 'principals').flatMap((principal) =>
      texts(principal['identifiers']).map((identifier) => `${principal['type']} ${identifier}`),
    ),
    isConditional: block['condition'] !== undefined,
  };
}

function ofJson(statement: Body): Statement {
  const principal = statement['Principal'];
  return {
    effect: String(statement['Effect']),
    actions: texts(statement['Action']),
    resources: texts(statement['Resource']),
    principals: isObject(principal)
      ? Object.entries(principal).flatMap(([type, ids]) => texts(ids).map((id) => `${type} ${id}`))
      : texts(principal).map((id) => `AWS ${id}`),
    isConditional: statement['Condition'] !== undefined,
  };
}

function texts(value: Json): readonly string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}

function isObject(value: Json): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
