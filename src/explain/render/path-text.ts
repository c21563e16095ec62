import { formatPath } from '../../compiler/spec-path.ts';
import type { PathAnswer, SpecValue } from '../answer.ts';
import { attributeName } from '../element.ts';
import type { FanOut, FanOutEntry } from '../fan-out.ts';
import { valueText } from '../value-text.ts';
import { atMost, byFile, listed } from './lines.ts';
import { spelled, whyLines } from './origin-lines.ts';

/** @param names of the environments @param folder of the output, with a slash */
export function pathText(answer: PathAnswer, names: string, folder: string): string {
  const { subject, description, legal, inside, blocks, fanOut } = answer;
  return [
    `${formatPath(subject.path)}  (${names})`,
    '',
    ...(inside ? [] : [`  value:   ${spelled(subject)}`]),
    ...whyLines(subject).map((line, index) => `${index === 0 ? '  origin:  ' : '           '}${line}`),
    `  means:   ${description}`,
    `  may be:  ${legal}`,
    ...(inside ? insideLines(inside, subject) : []),
    ...(blocks.length > 0
      ? ['', '  Terraform that is made of it:', ...byFile(blocks, folder, ({ address }) => address)]
      : []),
    ...(fanOut ? fanOutLines(fanOut, folder, subject.value === undefined) : []),
    '',
  ].join('\n');
}

/** What all of them begin with is said above. */
function insideLines(inside: readonly SpecValue[], { path }: SpecValue): readonly string[] {
  if (inside.length === 0) return ['', '  in it:   nothing'];
  const lines = inside.map((value) => {
    const name = formatPath(value.path.slice(path.length));
    return `    ${name} = ${spelled(value)}  ← ${whyLines(value)[0] ?? ''}`;
  });
  return ['', '  in it:', ...atMost(lines)];
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
  return ['', `  ${title} (${entries.length}):`, ...byFile(entries, folder, entryLine)];
}

function entryLine({ address, attribute, value, effect, through, refersTo }: FanOutEntry): string {
  const name = attribute === undefined ? address : attributeName(address, attribute);
  const shown = value === undefined ? '' : ` = ${valueText(value)}`;
  const note =
    effect === 'block' ? '  (the whole block)' : effect === 'presence' ? '  (whether it is there)' : '';
  const sources = through.length === 0 ? refersTo : through.map(formatPath);
  const carriers = sources.length === 0 ? '' : `  ← ${listed(sources, 3)}`;
  return `${name}${shown}${note}${carriers}`;
}
