import { formatPath } from '../../compiler/spec-path.ts';
import type { AddressAnswer, Answer, AttributeAnswer, PathAnswer } from '../answer.ts';
import { attributeName } from '../element.ts';
import type { FanOut, FanOutEntry } from '../fan-out.ts';
import { valueText } from '../value-text.ts';
import { originLines, spelled, whyLines } from './origin-lines.ts';

/** More lines than these are counted; JSON has all of them. */
const MOST_LINES = 60;

/**
 * An answer for people.
 *
 * @param environments that it holds for
 * @param folder of the output, with a slash: what is before the names of the files
 */
export function answerText(answer: Answer, environments: readonly string[], folder: string): string {
  const names = environments.join(', ');
  return answer.kind === 'path' ? pathText(answer, names, folder) : addressText(answer, names, folder);
}

function pathText(answer: PathAnswer, names: string, folder: string): string {
  const { subject, description, legal, inside, blocks, fanOut } = answer;
  return [
    `${formatPath(subject.path)}  (${names})`,
    '',
    ...(inside ? [] : [`  value:   ${spelled(subject)}`]),
    ...whyLines(subject).map((line, index) => `${index === 0 ? '  origin:  ' : '           '}${line}`),
    `  means:   ${description}`,
    `  may be:  ${legal}`,
    ...(inside
      ? [
          '',
          `  in it:`,
          ...atMost(inside.map((value) => `    ${originLines(value).join(' · ').replaceAll('   ', ' ')}`)),
        ]
      : []),
    ...(blocks.length > 0
      ? ['', '  Terraform that is made of it:', ...byFile(blocks, folder, ({ address }) => [address])]
      : []),
    ...(fanOut ? fanOutLines(fanOut, folder, subject.value === undefined) : []),
    '',
  ].join('\n');
}

function fanOutLines(
  { entries, derived, tried }: FanOut,
  folder: string,
  isAbsent: boolean,
): readonly string[] {
  if (tried === 0) return ['', '  No other value can be, so that nothing shows what would change with it.'];
  if (entries.length === 0 && derived.length === 0) return ['', '  No Terraform changes with it.'];
  const known = entries.filter(({ effect }) => effect !== 'added' && effect !== 'reference');
  const own = known.filter(({ through }) => through.length === 0);
  const carried = known.filter(({ through }) => through.length > 0);
  const pointing = entries.filter(({ effect }) => effect === 'reference');
  const added = entries.filter(({ effect }) => effect === 'added');
  const silent =
    derived.length > 0 ? ['', `  Values that follow from it: ${listed(derived.map(formatPath))}`] : [];
  return [
    ...part(`Terraform that ${isAbsent ? 'would change' : 'changes with it'}`, own, folder),
    ...part('Terraform that follows, through values derived from it', carried, folder),
    ...part('Terraform that refers to these', pointing, folder),
    ...part('Terraform that another value would add', added, folder),
    ...silent,
  ];
}

function part(title: string, entries: readonly FanOutEntry[], folder: string): readonly string[] {
  if (entries.length === 0) return [];
  return ['', `  ${title} (${entries.length}):`, ...byFile(entries, folder, entryLines)];
}

function entryLines({
  address,
  attribute,
  value,
  effect,
  through,
  refersTo,
}: FanOutEntry): readonly string[] {
  const name = attribute === undefined ? address : attributeName(address, attribute);
  const shown = value === undefined ? '' : ` = ${valueText(value)}`;
  const note =
    effect === 'block' ? '  (the whole block)' : effect === 'presence' ? '  (whether it is there)' : '';
  const sources = through.length === 0 ? refersTo : through.map(formatPath);
  const carriers = sources.length === 0 ? '' : `  ← ${listed(sources, 3)}`;
  return [`${name}${shown}${note}${carriers}`];
}

function byFile<T extends { readonly file: string }>(
  entries: readonly T[],
  folder: string,
  linesOf: (entry: T) => readonly string[],
): readonly string[] {
  const files = [...new Set(entries.map(({ file }) => file))].sort();
  return atMost(
    files.flatMap((file) => [
      `    ${folder}${file}.tf`,
      ...entries
        .filter((entry) => entry.file === file)
        .flatMap(linesOf)
        .map((line) => `      ${line}`),
    ]),
  );
}

function addressText(answer: AddressAnswer, names: string, folder: string): string {
  const { address, file, at, notes, described, attributes, isWhole } = answer;
  const only = isWhole ? undefined : attributes.length === 1 ? attributes[0] : undefined;
  return [
    `${only ? attributeName(address, only.path) : address}  (${names})`,
    '',
    `  file:   ${folder}${file}.tf`,
    `  block:  made of ${at}`,
    ...notes.map((note) => `          ${note}`),
    ...(only ? attributeLines(only, at, described) : atMost(attributes.map(summaryLine), 400)),
    '',
  ].join('\n');
}

function attributeLines(attribute: AttributeAnswer, at: string, described: string): readonly string[] {
  const { value, isReference, origins, references } = attribute;
  const values = origins.filter(({ effect }) => effect === 'value');
  const keys = origins.filter(({ effect }) => effect === 'key');
  const presence = origins.filter(({ effect }) => effect === 'presence');
  const block = origins.filter(({ effect }) => effect === 'block');
  const isWritten = values.length === 0 && keys.length === 0 && references.length === 0;
  return [
    `  value:  ${valueText(value, isReference)}`,
    ...section('comes from', values.map(originLines)),
    ...section('is named by the key', keys.map(originLines)),
    ...section(
      'refers to',
      references.map(({ text, at: place, origins: sources }) => [
        `${text}, made of ${place}`,
        ...sources.flatMap(originLines).map((line) => `  ${line}`),
      ]),
    ),
    ...(isWritten
      ? ['', `  the same in every spec that has it: elastiform writes it (${at}; ${described} says more)`]
      : []),
    ...section('is there because of', presence.map(originLines)),
    ...section('the whole block comes and goes with', block.map(originLines)),
  ];
}

function section(title: string, items: readonly (readonly string[])[]): readonly string[] {
  return items.length === 0 ? [] : ['', `  ${title}:`, ...items.flat().map((line) => `    ${line}`)];
}

function summaryLine({ path, value, isReference, origins, references }: AttributeAnswer): string {
  const from = origins
    .filter(({ effect }) => effect === 'value' || effect === 'key')
    .map((origin) => formatPath(origin.path));
  const source =
    from.length > 0
      ? listed(from, 3)
      : references.length > 0
        ? `refers to ${listed(
            references.map(({ text }) => text),
            3,
          )}`
        : 'elastiform';
  return `    ${path} = ${valueText(value, isReference)}  ← ${source}`;
}

function listed(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

function atMost(lines: readonly string[], most = MOST_LINES): readonly string[] {
  if (lines.length <= most) return lines;
  return [
    ...lines.slice(0, most - 1),
    `    … and ${lines.length - most + 1} more lines; --format json has all of them`,
  ];
}
