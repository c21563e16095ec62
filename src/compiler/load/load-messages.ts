/** Why each finding about files matters and what to do; `file/…` is the first spec, `extends/…` a parent. */
export const extendsAdvice = {
  'file/missing': {
    why: 'there is nothing to compile',
    help: 'check the name; the file of the environment "prod" is specs/prod.yaml',
  },
  'file/not-a-file': {
    why: 'a spec is a regular file',
    help: 'name the YAML file itself, not its folder',
  },
  'file/outside': {
    why: 'the compiler reads nothing outside the project folder',
    help: 'move the file into the project folder',
  },
  'file/too-large': {
    why: 'a file of this size is not written by people and would make every check slow',
    help: 'split the spec with "extends", one file per environment',
  },
  'file/symlink': {
    why: 'a link can lead out of the project folder',
    help: 'replace the link by the file it points to',
  },
  'file/unreadable': {
    why: 'there is nothing to compile',
    help: 'check the permissions of the file, and that it is UTF-8 text',
  },
  'extends/missing': {
    why: 'without the parent half of the environment would be missing',
    help: 'check the path, which counts from the folder of this file',
  },
  'extends/not-a-file': {
    why: 'a parent is a spec of its own',
    help: 'name the YAML file itself, not its folder',
  },
  'extends/outside': {
    why: 'a spec is reviewed together with its parents, so all of them are in one folder',
    help: 'move the parent into the folder of the spec and write a path such as ./base.yaml',
  },
  'extends/too-large': {
    why: 'a file of this size is not written by people and would make every check slow',
    help: 'remove what is not part of the environment from the parent',
  },
  'extends/symlink': {
    why: 'a link can lead out of the project folder',
    help: 'replace the link by the file it points to',
  },
  'extends/unreadable': {
    why: 'without the parent half of the environment would be missing',
    help: 'check the permissions of the file, and that it is UTF-8 text',
  },
  'extends/not-a-path': {
    why: 'a spec has at most one parent, named by a path relative to its own folder',
    help: 'write a path such as ./base.yaml',
  },
  'extends/cycle': {
    why: 'a file cannot be built upon itself',
    help: 'remove one of the "extends" lines',
  },
  'extends/too-deep': {
    why: 'nobody can tell which of so many files a value comes from',
    help: 'merge some of the parents into one',
  },
} as const satisfies Record<string, { why: string; help: string }>;

/** Every code that finding and chaining files can report. */
export type LoadCode = keyof typeof extendsAdvice;
