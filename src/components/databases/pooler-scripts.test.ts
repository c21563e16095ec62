import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTICE_SECONDS, PATHS, RUN_SCRIPT, USER_LIST_SCRIPT } from './terraform/pooler-scripts.ts';

// What the containers bring is played by small programs on the PATH. PgBouncer itself was tried by hand (decision 13).
const folder = mkdtempSync(join(tmpdir(), 'elastiform-pooler-'));
const programs = join(folder, 'programs');
const userList = join(folder, 'pgbouncer-users', 'userlist.txt');
const clients = join(folder, 'pgbouncer-clients', 'userlist.txt');
const environment = {
  ...process.env,
  PATH: `${programs}${delimiter}${process.env['PATH']}`,
  SECRET_ARN: 'arn',
};

beforeAll(() => {
  mkdirSync(programs);
  for (const path of Object.values(PATHS)) mkdirSync(path.replace('/etc', folder));
  program('aws', '#!/bin/sh\n[ "$4" = arn ] && cat "$(dirname "$0")/../secret.json"\n');
  // Not a shell script: those cannot catch INT in the background, where shells ignore it; PgBouncer does.
  program(
    'pgbouncer',
    `#!${process.execPath}
console.log('started');
process.on('SIGHUP', () => console.log('HUP'));
process.on('SIGINT', () => { console.log('INT'); process.exit(0); });
setTimeout(() => process.exit(1), 15_000);
`,
  );
  writeFileSync(join(folder, 'run.sh'), here(RUN_SCRIPT).replace(`sleep ${NOTICE_SECONDS}`, 'sleep 0.3'));
  writeFileSync(join(folder, 'user-list.sh'), here(USER_LIST_SCRIPT));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(spawnSync('bash', ['--version']).status !== 0)('the user list (needs bash)', () => {
  it.each([
    'plain',
    'with "quotes" and \\backslashes\\ and \\"both\\" \\\\x22',
    '$HOME `id` $(id) & | ; * ? [a] {b} ~ # ! %s %b é €',
  ])('has the password of the secret, whatever is in it: %s', (password) => {
    writeFileSync(join(folder, 'secret.json'), JSON.stringify({ username: 'dbadmin', password }));
    rmSync(clients, { force: true });
    expect(writeUserList()).toEqual({ status: 0, list: `"dbadmin" "${password.replaceAll('"', '""')}"\n` });
  });

  it('has the clients of the Secret too', () => {
    writeFileSync(join(folder, 'secret.json'), '{"password": "p", "username": "u"}');
    writeFileSync(clients, '"app" "a""b"\n"other" "c"\n');
    expect(writeUserList().list).toBe('"u" "p"\n"app" "a""b"\n"other" "c"\n');
  });

  it('stays as it is while the secret cannot be read', () => {
    const { list } = writeUserList();
    writeFileSync(join(folder, 'secret.json'), '{}');
    expect(writeUserList()).toEqual({ status: 1, list });
  });
});

describe('the pooler', () => {
  it('is told of a changed user list, and leaves gently', { timeout: 20_000 }, async () => {
    writeFileSync(userList, '"u" "old"\n');
    const shell = spawn('sh', [join(folder, 'run.sh')], { env: environment });
    let said = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const says = (word: string) => expect.poll(() => said, { timeout: 9000 }).toContain(word);
    await says('started');
    writeFileSync(userList, '"u" "new"\n');
    await says('HUP');
    shell.kill('SIGTERM');
    expect(await once(shell, 'exit')).toEqual([0, null]);
    expect(said).toBe('started\nHUP\nINT\n');
  });
});

function program(name: string, text: string): void {
  writeFileSync(join(programs, name), text);
  chmodSync(join(programs, name), 0o755);
}

function here(script: string): string {
  return script.replaceAll('/etc/pgbouncer', join(folder, 'pgbouncer'));
}

function writeUserList(): { readonly status: number | null; readonly list: string } {
  const { status } = spawnSync('bash', [join(folder, 'user-list.sh'), 'once'], { env: environment });
  return { status, list: readFileSync(userList, 'utf8') };
}
