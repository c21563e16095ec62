import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from './clean-environment.ts';
import type { MockAws } from './mock-aws.ts';
import { runCommand } from './run-command.ts';

/** A call in boto3's words: `{ service: 'rds', operation: 'describe_db_instances', arguments: {} }`. */
export interface AwsCall {
  readonly service: string;
  readonly operation: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

const script = fileURLToPath(new URL('../mock/call_aws.py', import.meta.url));

/**
 * Calls the mock as somebody with the AWS CLI would, past Terraform. Calls run in order; starting Python
 * costs a second, so give those that belong together in one list.
 *
 * @returns the answers in the same order
 * @throws at the first call that fails, with what boto3 said; those before it have happened
 */
export async function callAws(mock: MockAws, calls: readonly AwsCall[]): Promise<Record<string, unknown>[]> {
  const { status, stdout, stderr } = await runCommand({
    program: mock.python,
    args: ['-B', script],
    env: cleanEnvironment(),
    input: JSON.stringify({ endpoint: mock.endpoint, region: mock.region, calls }),
  });
  if (status !== 0) throw new Error(`an AWS call failed:\n${stderr}`);
  return JSON.parse(stdout) as Record<string, unknown>[];
}
