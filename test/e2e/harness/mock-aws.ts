import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atExit } from './at-exit.ts';
import { cleanEnvironment } from './clean-environment.ts';
import type { Tools } from './tools.ts';

export interface MockAws extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, for all services. */
  readonly endpoint: string;
  readonly region: string;
  readonly accountId: string;
  readonly pid: number;
  /** Python with boto3, for `callAws`. */
  readonly python: string;
  /** Idempotent; resolves when the process is gone. What the mock held is lost. */
  stop(): Promise<void>;
}

export interface MockAwsOptions {
  /** Twelve digits; `allowed_account_ids` of the roots must name it. */
  readonly accountId?: string;
  readonly region?: string;
}

const server = fileURLToPath(new URL('../mock/mock_aws.py', import.meta.url));
/** Loading moto takes 1.5 s on an idle machine and several times that on a busy one. */
const startSeconds = 60;

/**
 * Starts one mended moto on a free loopback port.
 *
 * It ends with `stop`, and by itself when this process ends for whatever reason, for it serves only as
 * long as its standard input is open.
 *
 * @throws when it does not come up; the error carries what Python said
 */
export async function startMockAws(tools: Tools, options: MockAwsOptions = {}): Promise<MockAws> {
  const { accountId = '123456789012', region = 'us-east-1' } = options;
  const child = spawn(tools.python, ['-B', '-u', server], {
    env: { ...cleanEnvironment(), MOTO_ACCOUNT_ID: accountId },
    stdio: 'pipe',
  });
  const takeBack = atExit(() => child.kill('SIGKILL'));
  child.stdin.on('error', () => {}); // it may already be gone when we close its input
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-20_000);
  });
  const ended = once(child, 'close');

  const stop = async () => {
    takeBack();
    if (child.exitCode === null && child.signalCode === null) {
      child.stdin.end();
      child.kill('SIGTERM');
    }
    await ended;
  };

  let timer: NodeJS.Timeout | undefined;
  try {
    const announcement = await Promise.race([
      once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line)),
      ended.then(() => undefined),
      new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), startSeconds * 1000);
      }),
    ]);
    if (announcement === undefined) throw new Error(`the mock AWS did not start:\n${said}`);
    const { port } = JSON.parse(announcement) as { port: number };
    return {
      endpoint: `http://127.0.0.1:${port}`,
      region,
      accountId,
      pid: child.pid ?? 0,
      python: tools.python,
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
