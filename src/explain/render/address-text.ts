import { formatPath } from '../../compiler/spec-path.ts';
import type { AddressAnswer, AttributeAnswer } from '../answer.ts';
import { attributeName } from '../element.ts';
import { valueText } from '../value-text.ts';
import { atMost, listed } from './lines.ts';
import { originLines } from './origin-lines.ts';

/** A block has at most so many lines of its own; a dashboard has hundreds. */
const MOST_ATTRIBUTES = 400;

/** @param names of the environments @param folder of the output, with a slash */
export function addressText(answer: AddressAnswer, names: string, folder: string): string {
  const { address, file, at, notes, described, attributes, isWhole } = answer;
  const only = isWhole ? undefined : attributes.length === 1 ? attributes[0] : undefined;
  return [
    `${only ? attributeName(address, only.path) : address}  (${names})`,
    '',
    `  file:   ${folder}${file}.tf`,
    `  block:  made of ${at}`,
    ...notes.map((note) => `          ${note}`),
    ...(only
      ? attributeLines(only, described)
      : [
          '',
          ...atMost(
            attributes.map((attribute) => summaryLine(address, attribute)),
            MOST_ATTRIBUTES,
          ),
        ]),
    '',
  ].join('\n');
}

function attributeLines(attribute: AttributeAnswer, described: string): readonly string[] {
  const { value, isReference, isIgnored, origins, references } = attribute;
  const values = origins.filter(({ effect }) => effect === 'value');
  const keys = origins.filter(({ effect }) => effect === 'key');
  const presence = origins.filter(({ effect }) => effect === 'presence');
  const block = origins.filter(({ effect }) => effect === 'block');
  const isWritten = values.length === 0 && keys.length === 0 && references.length === 0;
  return [
    `  value:  ${valueText(value, isReference)}`,
    ...(isIgnored ? [`          ${IGNORED}`] : []),
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
      ? [
          '',
          `  elastiform writes it${origins.length === 0 ? ', the same in every spec' : ''}; ${described} says more`,
        ]
      : []),
    ...section('is there because of', presence.map(originLines)),
    ...section('the whole block comes and goes with', block.map(originLines)),
  ];
}

const IGNORED = 'only at first: Terraform ignores how somebody else changes it (lifecycle.ignore_changes)';

function section(title: string, items: readonly (readonly string[])[]): readonly string[] {
  return items.length === 0 ? [] : ['', `  ${title}:`, ...items.flat().map((line) => `    ${line}`)];
}

function summaryLine(address: string, attribute: AttributeAnswer): string {
  const { path, value, isReference, isIgnored } = attribute;
  // Of a local, nobody writes the word `value`.
  const name = attributeName(address, path).slice(address.length).replace(/^\./, '');
  const ignored = isIgnored ? ' (only at first)' : '';
  return `    ${name === '' ? 'value' : name} = ${valueText(value, isReference)}${ignored}  ← ${sourceOf(attribute)}`;
}

function sourceOf({ origins, references }: AttributeAnswer): string {
  const paths = (...effects: readonly string[]) =>
    origins
      .filter(({ effect, isAbsent }) => effects.includes(effect) && !(isAbsent && references.length > 0))
      .map(({ path }) => formatPath(path));
  const from = paths('value', 'key');
  if (from.length > 0) return listed(from, 3);
  if (references.length > 0)
    return `refers to ${listed(
      references.map(({ text }) => text),
      3,
    )}`;
  const presence = paths('presence');
  return presence.length > 0 ? `elastiform, because of ${listed(presence, 3)}` : 'elastiform';
}
