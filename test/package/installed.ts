import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A package as `npm pack` makes it, installed in a folder that has nothing to do with the checkout. */
export interface Installed {
  /** Of the tarball, in bytes. */
  readonly packedBytes: number;
  /** Paths in the tarball. */
  readonly files: readonly string[];
  /** The folder in which it was installed. */
  readonly folder: string;
  /** A copy of the project: its specs, and what they refer to. */
  readonly project: string;
  /** Where it keeps what V8 has compiled. */
  readonly caches: string;
  elastiform(...parameters: readonly string[]): Promise<{ stdout: string; stderr: string }>;
  /** In another home of the user. */
  elastiformAtHome(
    home: string,
    ...parameters: readonly string[]
  ): Promise<{ stdout: string; stderr: string }>;
  node(...parameters: readonly string[]): Promise<{ stdout: string; stderr: string }>;
  remove(): void;
}

/** @param isWhole with types; they take a minute, so that most runs are without them */
export async function installPackage(isWhole: boolean): Promise<Installed> {
  const home = mkdtempSync(join(tmpdir(), 'elastiform-package-'));
  const parameters = ['pack', '--json', '--pack-destination', home];
  if (!isWhole) {
    await run('npx', ['--no-install', 'tsx', 'tools/package/main.ts', '--without-types']);
    parameters.push('--ignore-scripts');
  }
  const [packed] = JSON.parse(jsonIn((await run('npm', parameters)).stdout));
  const prefix = join(home, 'prefix');
  await run('npm', ['install', '--global', '--offline', '--prefix', prefix, join(home, packed.filename)]);
  const project = join(home, 'project');
  mkdirSync(project);
  for (const folder of ['specs', 'test/golden/specs'])
    cpSync(folder, join(project, folder), { recursive: true });
  const env = { PATH: process.env['PATH'], HOME: join(home, 'home'), NODE_PATH: '' };
  mkdirSync(env.HOME);
  const inProject = (program: string, more: readonly string[], HOME = env.HOME) =>
    run(program, more, { cwd: project, env: { ...env, HOME }, maxBuffer: 64 * 1024 * 1024 });
  const program = join(prefix, 'bin/elastiform');
  return {
    packedBytes: packed.size,
    files: packed.files.map(({ path }: { path: string }) => path),
    folder: join(prefix, 'lib/node_modules/elastiform'),
    project,
    caches: join(env.HOME, '.cache/elastiform'),
    elastiform: (...more) => inProject(program, more),
    elastiformAtHome: (other, ...more) => inProject(program, more, other),
    node: (...more) => inProject(process.execPath, more),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** What scripts print stands before it. */
function jsonIn(text: string): string {
  return text.slice(text.search(/^\[$/m));
}

/** Contents by path below a folder; none of a folder that is not there. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(resolve(folder).length + 1), readFileSync(path, 'utf8')]));
}
