import { TerraformDataSource, type TerraformResource } from 'cdktf';
import { expression, listExpression, numberExpression } from './expression.ts';

/**
 * The address of an element as code, to be used within an expression: `data.aws_eks_cluster.main`.
 */
export function addressOf(element: TerraformResource | TerraformDataSource): string {
  const kind = TerraformDataSource.isTerraformDataSource(element) ? 'data.' : '';
  return `${kind}${element.terraformResourceType}.${element.friendlyUniqueId}`;
}

/** Makes references to attributes of an element expressions of ours, also those to what is in a block of it. */
export function referToAttributes(element: TerraformResource | TerraformDataSource, address: string): void {
  Object.assign(element, {
    interpolationForAttribute: (attribute: string) => expression(`${address}.${attribute}`),
    getListAttribute: (attribute: string) => listExpression(`${address}.${attribute}`),
    getNumberAttribute: (attribute: string) => numberExpression(`${address}.${attribute}`),
  });
}
