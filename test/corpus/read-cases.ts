import { readdirSync, readFileSync } from 'node:fs';
import { type CorpusCase, HEAD, SPEC } from './corpus-case.ts';
import { type Label, readLabels } from './labels.ts';
import { writeOut } from './notation.ts';

const FOLDER = 'test/corpus/bad';

/** Every case of the corpus; the file `bad/<theme>/<words>.spec` has those of `<theme>/<words>`. */
export function readCorpus(): readonly CorpusCase[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.spec'),
  );
  return files.sort().flatMap((file) => {
    const path = `${FOLDER}/${file}`;
    return readCases(file.slice(0, -'.spec'.length), path, readFileSync(path, 'utf8'));
  });
}

export function readCases(code: string, path: string, text: string): CorpusCase[] {
  // What stands before the first title is about all cases of the file, and for people.
  const [before = '', ...parts] = text.split(/^===== +(?=\S)/m);
  let line = before.split('\n').length;
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const found = readCase(code, part.slice(0, end).trim(), `${path}:${line}`, part.slice(end + 1));
    line += part.split('\n').length - 1;
    return found;
  });
}

/** What stands on the lines that begin with `#:`, which are no part of any text. */
function readCase(code: string, title: string, where: string, body: string): CorpusCase {
  const sections = new Map([[SPEC, '']]);
  const unplaced: string[] = [];
  const actions: string[][] = [];
  const flags = new Set<string>();
  let held: readonly string[] = [];
  let today = '2026-11-25';
  let mistakes = 1;
  let change: CorpusCase['change'];
  let file = SPEC;
  let spec: string | undefined;
  let catalog: string | undefined;
  for (const line of body.split(/(?<=\n)/)) {
    const directive = /^#: *(\S+) *(.*?)\n?$/.exec(line);
    if (!directive) {
      sections.set(file, (sections.get(file) ?? '') + line);
      continue;
    }
    const [, word = '', rest = ''] = directive;
    if (word === 'file') file = rest;
    else if (word === 'unplaced') unplaced.push(rest || code);
    else if (word === 'held') held = rest.split(/[, ]+/);
    else if (word === 'today') today = rest;
    else if (word === 'mistakes') mistakes = Number(rest);
    else if (word === 'spec') spec = rest;
    else if (word === 'catalog') catalog = rest;
    else if (word === 'set') change = changeOf(rest);
    else if (word === 'remove') change = { path: rest.split('.') };
    else if (['symlink', 'mkdir', 'latin1', 'absent'].includes(word))
      actions.push([word, ...rest.split(' ')]);
    else if (['whole', 'folder', 'crlf', 'no-newline', 'at-start'].includes(word)) flags.add(word);
    else throw new Error(`${where}: there is no directive "${word}"`);
  }
  const files = new Map<string, string>();
  const labels: Label[] = [];
  const isPiece = !flags.has('whole');
  for (const [name, section] of sections) {
    let marked = (name === SPEC && isPiece ? HEAD : '') + writeOut(section);
    if (flags.has('no-newline')) marked = marked.replace(/\n$/, '');
    if (flags.has('crlf')) marked = marked.replaceAll('\n', '\r\n');
    const read = readLabels(name, marked, code);
    files.set(name, read.text);
    labels.push(...read.labels);
  }
  if (flags.has('at-start')) labels.push(...readLabels(SPEC, '«»', code).labels);
  const isFolder = flags.has('folder');
  const isPlain = isPiece && files.size === 1 && !isFolder && !change && actions.length === 0;
  return {
    code,
    title,
    where,
    files,
    labels,
    unplaced,
    mistakes,
    isPiece: isPlain && !flags.has('crlf') && !flags.has('no-newline'),
    isFolder,
    actions,
    held,
    today,
    ...(change ? { change } : {}),
    ...(spec === undefined ? {} : { spec }),
    ...(catalog === undefined ? {} : { catalog }),
  };
}

/** `aws.tags.Owner: payments` */
function changeOf(text: string): CorpusCase['change'] {
  const [path = '', value = ''] = text.split(/: (.*)/);
  return { path: path.split('.'), value };
}
