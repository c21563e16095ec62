import { childField } from '../compiler/shape/subject.ts';
import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import { cellAt } from './cells.ts';
import { attributeName, type Element } from './element.ts';
import type { EnvironmentTrace } from './environment-trace.ts';

/** More names than these help nobody. */
const MOST_NAMES = 12;

/** What somebody may have meant who asked for a path that the environment has not; nothing when nothing is near. */
export function nearPath(trace: EnvironmentTrace, path: SpecPath): string | undefined {
  const length = path.findIndex((_, index) => !cellAt(trace.spec.cells, path.slice(0, index + 1)));
  const above = path.slice(0, length);
  const [missing = '', ...rest] = path.slice(length);
  const cell = cellAt(trace.spec.cells, above);
  if (!cell || cell.kind === 'leaf') return length === 0 ? undefined : question([formatPath(above)]);
  const form = trace.fieldAt(above)?.form;
  const names = form?.kind === 'section' ? Object.keys(form.fields) : [...cell.entries.keys()];
  const near = didYouMean(missing, names);
  // Whoever has the name of an item from another environment means one of those that are here.
  const meant = near.length > 0 ? near : form?.kind === 'section' ? [] : names.slice(0, 3);
  const whole = meant.map((name) => [...above, name, ...rest]).filter((other) => isPath(trace, other));
  if (whole.length > 0) return question(whole.map(formatPath));
  if (near.length > 0) return question(near.map((name) => formatPath([...above, name])));
  return above.length === 0 ? undefined : `${formatPath(above)} has ${listed(names)}`;
}

/** As {@link nearPath}, of an address. */
export function nearAddress({ elements }: EnvironmentTrace, asked: string): string | undefined {
  const all = [...elements.values()];
  const wanted = asked.replace(/^resource\.?/, '').replace(/^locals\b/, 'local');
  const owner = all.find(({ address }) => wanted.startsWith(`${address}.`));
  if (owner) return nearAttribute(owner, wanted);
  const addresses = [...new Set(all.map(({ address }) => address))];
  const [type = ''] = /^(?:data\.)?[^.[]*/.exec(wanted) ?? [];
  const ofType = addresses.filter((address) => address.startsWith(`${type}.`));
  if (wanted === type && ofType.length > 0) return `there are ${listed(ofType)}`;
  const near = didYouMean(wanted, ofType.length > 0 ? ofType : addresses);
  if (near.length > 0) return question(near);
  return ofType.length > 0 ? `there are ${listed(ofType)}` : undefined;
}

function nearAttribute({ address, attributes }: Element, wanted: string): string {
  const names = [...attributes.keys()].map((path) => attributeName(address, path).slice(address.length + 1));
  const near = didYouMean(wanted.slice(address.length + 1), names);
  if (near.length > 0) return question(near.map((name) => `${address}.${name}`));
  const first = names.map((name) => name.replace(/(?<=.)[.[].*/s, ''));
  return `${address} has ${listed([...new Set(first)])}`;
}

function isPath(trace: EnvironmentTrace, path: SpecPath): boolean {
  const above = path.slice(0, -1);
  const field = trace.fieldAt(above);
  return cellAt(trace.spec.cells, above) !== undefined && !!field && !!childField(field, path.at(-1) ?? '');
}

function question(words: readonly string[]): string {
  return `did you mean ${words.join(' or ')}?`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}
