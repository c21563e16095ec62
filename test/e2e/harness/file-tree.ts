import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** Relative paths with `/`, and their text. */
export type FileTree = ReadonlyMap<string, string>;

/** Reads a folder of text files; names that start with a dot (`.terraform`) are left out. */
export async function readFileTree(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as [string, string]),
    ),
  );
}

/** Makes `folder` hold exactly `files`, except for names that start with a dot, which are Terraform's. */
export async function writeFileTree(folder: string, files: FileTree): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.')) await rm(join(folder, name), { recursive: true });
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
