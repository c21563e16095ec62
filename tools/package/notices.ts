import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names, versions and licences of what is in the bundle, as these licences want. */
export function noticesOf(root: string, inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  );
  const notices = [...folders].map((folder) => noticeOf(join(root, folder)));
  return [INTRODUCTION, ...[...new Set(notices)].sort()].join(`\n${'-'.repeat(79)}\n\n`);
}

const INTRODUCTION = 'The files elastiform.cjs and bindings.cjs hold these packages, or parts of them.\n';

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((candidate) => /^licen[cs]e/i.test(candidate));
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trimEnd()}\n`;
  return `${name} ${version} (${license})\n${text}`;
}
