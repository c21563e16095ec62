import type { ProjectFiles } from '../../host/project-files.ts';

/** The files of a project as if some of them said something else. */
export function withTexts(files: ProjectFiles, texts: ReadonlyMap<string, string>): ProjectFiles {
  return {
    list: (folder) => files.list(folder),
    read(file) {
      const text = texts.get(file);
      return text === undefined ? files.read(file) : { text };
    },
  };
}
