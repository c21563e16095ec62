import type { Knowledge } from '../compiler/compile.ts';
import { projectFiles } from '../host/project-files.ts';
import { isOwn } from '../host/write/ownership.ts';
import { environmentOfPage } from '../reference/capacity-pages.ts';
import { referenceTree } from '../reference/pages.ts';
import type { Target } from './write-target.ts';

/**
 * The pages for people. Those of environments that were not compiled stay as they are; where all were, the page of one
 * that is gone, or says no traffic any more, is stale.
 *
 * @param pages of the environments that were compiled, by name of the file
 */
export function referenceFolder(
  pages: ReadonlyMap<string, string>,
  knowledge: Knowledge,
  out: string,
): Target {
  const tree = new Map([...referenceTree(knowledge), ...pages]);
  return { label: 'reference', folder: `${out}/reference`, tree, subfolders: [] };
}

/** The pages that are there of environments that were not compiled. @param out absolute */
export function pagesOfOthers(
  compiled: ReadonlySet<string>,
  out: string,
): readonly (readonly [string, string])[] {
  const files = projectFiles(out);
  const listed = files.list('reference');
  return ('names' in listed ? listed.names : []).flatMap((name) => {
    const environment = environmentOfPage(name);
    if (environment === undefined || compiled.has(environment)) return [];
    const read = files.read(`reference/${name}`);
    return 'text' in read && isOwn(name, read.text) ? [[name, read.text] as const] : [];
  });
}
