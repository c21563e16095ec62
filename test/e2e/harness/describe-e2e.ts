import { describe } from 'vitest';
import { findTools, type Tools } from './tools.ts';

const found = await findTools();

/** Whether this is the complete run, `npm run test:e2e:full`. */
export const isFullRun = process.env['ELASTIFORM_E2E'] === 'full';

/**
 * A `describe` that needs Terraform and the mock AWS; without them it is skipped and its name says why.
 *
 * @param body is called in either case, to list the tests: call `tools` only inside of tests and hooks
 */
export function describeE2e(name: string, body: (tools: () => Tools) => void): void {
  const title = found.reason === undefined ? name : `${name} (skipped: ${found.reason})`;
  describe.skipIf(found.reason !== undefined)(title, () => body(toolsOrThrow));
}

/** As `describeE2e`, for what costs more than it tells every day. */
export function describeFullE2e(name: string, body: (tools: () => Tools) => void): void {
  if (isFullRun) describeE2e(name, body);
  else describe.skip(`${name} (skipped: part of npm run test:e2e:full)`, () => body(toolsOrThrow));
}

function toolsOrThrow(): Tools {
  if (found.tools === undefined) throw new Error(found.reason);
  return found.tools;
}
