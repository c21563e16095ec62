import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { callAws } from './call-aws.ts';
import { describeE2e } from './describe-e2e.ts';
import { startMockAws } from './mock-aws.ts';

// Loading moto takes 2 s of a core; on a busy machine many times that on the clock.
const timeout = 120_000;

describeE2e('the mock AWS', (tools) => {
  it('answers for the account it was given, and not after it was stopped', { timeout }, async () => {
    const mock = await startMockAws(tools(), { accountId: '210987654321' });
    expect(new URL(mock.endpoint).hostname).toBe('127.0.0.1');
    const [identity] = await callAws(mock, [
      { service: 'sts', operation: 'get_caller_identity', arguments: {} },
    ]);
    expect(identity).toMatchObject({ Account: '210987654321' });
    const wrong = {
      service: 'rds',
      operation: 'describe_db_instances',
      arguments: { DBInstanceIdentifier: 'absent' },
    };
    await expect(callAws(mock, [wrong])).rejects.toThrow(/DBInstanceNotFound/);
    await mock.stop();
    await mock.stop();
    expect(await answers(mock.endpoint)).toBe(false);
  });

  it.concurrent.for(['SIGKILL', 'SIGTERM', 'crash'] as const)(
    'ends when its parent ends by %s',
    { timeout },
    // The expect of the context: the global one knows only one test at a time.
    async (end, { expect }) => {
      const program = fileURLToPath(new URL('mock-parent.ts', import.meta.url));
      const args = ['--import', 'tsx', program, ...(end === 'crash' ? ['--crash'] : [])];
      const parent = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
      const ended = once(parent, 'exit');
      const [endpoint] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
      if (end !== 'crash') {
        expect(await answers(endpoint)).toBe(true);
        parent.kill(end);
      }
      await ended;
      await expect.poll(() => answers(endpoint), { timeout: 10_000, interval: 100 }).toBe(false);
    },
  );
});

/** Asks the port and not the process table, in which an orphan may stay as a zombie for long. */
async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(`${endpoint}/moto-api/data.json`, { signal: AbortSignal.timeout(5000), keepalive: false });
    return true;
  } catch {
    return false; // refused, for nobody listens there
  }
}
