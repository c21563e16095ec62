import { catalogSchemaText } from '../../catalog/file/catalog-schema.ts';
import { schemaText } from '../../compiler/language/schema-text.ts';
import type { CliContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { checkedAsIs, checkFolder, type Target, writeFolder, writtenAsIs } from '../write-target.ts';
import type { Synthesized } from './synthesize-all.ts';

/** The schema for editors and the pages for people; environments that are left alone keep their pages. */
export async function writePages(
  { environments, unchanged }: Synthesized,
  isCheck: boolean,
  { knowledge, output }: CliContext,
  { out, isWhole }: { readonly out: string; readonly isWhole: boolean },
): Promise<readonly ExitCode[]> {
  // They load the examples of every finding, which the other commands do not need.
  const { pagesOfOthers, referenceFolder } = await import('../reference-folder.ts');
  const others = isWhole ? [] : pagesOfOthers(new Set(environments.keys()), out);
  const pages = [...others, ...[...environments.values()].flatMap((one) => [...(one.output?.pages ?? [])])];
  const write = (label: string, inputs: unknown, make: () => Target) => {
    const fileCount = unchanged.folder(label, inputs, `${out}/${label}`);
    if (fileCount === undefined) {
      const target = make();
      unchanged.rememberFolder(label, inputs, target.tree);
      return isCheck ? checkFolder(target, output) : writeFolder(target, output);
    }
    if (isCheck) checkedAsIs(label, output);
    else writtenAsIs(label, fileCount, output);
    return EXIT.success;
  };
  return [
    write('schema', [], () => ({
      label: 'schema',
      folder: `${out}/schema`,
      tree: schemas(knowledge),
      subfolders: [],
    })),
    write('reference', pages, () => referenceFolder(new Map(pages), knowledge, out)),
  ];
}

function schemas({ language }: CliContext['knowledge']): Target['tree'] {
  return new Map([
    ['catalog.schema.json', catalogSchemaText()],
    ['elastiform.schema.json', schemaText(language)],
  ]);
}
