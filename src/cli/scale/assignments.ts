import type { SpecChange } from '../../compiler/edit/change-spec.ts';
import type { NewValue } from '../../compiler/edit/new-value.ts';
import type { Field } from '../../compiler/language/field.ts';
import { quantities } from '../../compiler/quantity/quantity.ts';
import { formatPath, type SpecPath } from '../../compiler/spec-path.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { UsageError } from '../usage-error.ts';
import { parsePath } from './parse-path.ts';
import { type SpecField, specField, valuesIn } from './spec-field.ts';
import { WORDS } from './words.ts';

/** What an assignment is read against. */
export interface Surroundings {
  readonly language: Field;
  /** The value that the environment has now, in the units of the model, for `max=+10`. */
  currentOf(path: SpecPath): unknown;
}

/** `min=5 max=+10 storage.max=800GiB` of one item, as changes of the spec. @throws UsageError */
export function readAssignments(
  item: SpecPath,
  words: readonly string[],
  surroundings: Surroundings,
): readonly SpecChange[] {
  const here = specField(surroundings.language, item) as SpecField;
  const seen = new Map<string, string>();
  return words.map((word) => {
    const [name, text] = split(word);
    const path = [...item, ...pathOf(name, here, text)];
    const field = specField(surroundings.language, path)?.field as Field;
    const key = formatPath(path);
    const first = seen.get(key);
    if (first !== undefined)
      throw new UsageError(`${first} and ${word} are about the same key, ${key}`, 'write one of them');
    seen.set(key, word);
    return { path, value: valueFor(text, field, path, surroundings) };
  });
}

function split(word: string): readonly [string, string] {
  const at = word.indexOf('=');
  const name = word.slice(0, at);
  const text = word.slice(at + 1);
  if (at <= 0)
    throw new UsageError(`"${word}" is no assignment`, 'write WHAT=VALUE without spaces, such as max=20');
  if (text === '')
    throw new UsageError(
      `"${word}" has no value`,
      `write ${name}=VALUE; ${name}=null removes what is inherited`,
    );
  return [name, text];
}

/** Relative to the item. */
function pathOf(name: string, { field, pattern }: SpecField, text: string): SpecPath {
  const words = WORDS[pattern.join('.')] ?? {};
  const path = parsePath(name);
  const isKey = path !== undefined && specField(field, path) !== undefined;
  const isSection = isKey && isGroup(field, path);
  if (isKey && (!isSection || isSwitch(field, path, text))) return path;
  // A key of its own wins over a short word, so that a full path always means itself.
  if (Object.hasOwn(words, name)) return (words[name] as string).split('.');
  const known = [...Object.keys(words), ...valuesIn(field)];
  const kind = formatPath(pattern).replaceAll('["*"]', '').replaceAll('.*', '');
  if (isSection) {
    const inside = known.filter((key) => key.startsWith(`${name}.`) || key.startsWith(`${name}[`));
    const help = inside.length > 0 ? `name a value in it: ${shortList(inside)}` : 'name a value in it';
    throw new UsageError(`${name} is not one value but several`, help);
  }
  const near = didYouMean(name, known);
  throw new UsageError(
    `${kind} have no ${name}`,
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are: ${shortList(known)}`,
  );
}

function isGroup(field: Field, path: SpecPath): boolean {
  const form = specField(field, path)?.field.form;
  return (
    form?.kind === 'section' ||
    form?.kind === 'map' ||
    (form?.kind === 'list' && form.item.form.kind === 'section')
  );
}

/** A whole section can be taken away, or switched off where it has a switch. */
function isSwitch(field: Field, path: SpecPath, text: string): boolean {
  const form = specField(field, path)?.field.form;
  return text === 'null' || (form?.kind === 'section' && form.switchable && /^(?:true|false)$/.test(text));
}

const SHOWN = 24;

function shortList(words: readonly string[]): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN).join(', ')}, …` : words.join(', ');
}

function valueFor(text: string, field: Field, path: SpecPath, surroundings: Surroundings): NewValue {
  const { form } = field;
  if (text === 'null') return null;
  if (form.kind === 'list') return text.split(',').map((item) => item.trim());
  if (form.kind === 'flag' || form.kind === 'section')
    return text === 'true' ? true : text === 'false' ? false : text;
  if (form.kind === 'text') return text;
  const relative = /^([+x-])(.+)$/.exec(text);
  if (relative)
    return changed(relative[1] as '+' | '-' | 'x', relative[2] as string, field, path, surroundings);
  // What is no number stays text, and the compiler says what is wrong with it.
  return form.kind === 'integer' && /^[0-9]{1,15}$/.test(text) ? Number(text) : text;
}

/** Quantities that can be added and multiplied. The step is what a product is rounded up to, in model units. */
const STEPS: Readonly<Record<string, number>> = { cpu: 1, memory: 2 ** 20, storage: 1 };

function changed(
  sign: '+' | '-' | 'x',
  operand: string,
  { form }: Field,
  path: SpecPath,
  { currentOf }: Surroundings,
): NewValue {
  const kind = form.kind === 'quantity' ? form.quantity : undefined;
  const step = form.kind === 'integer' ? 1 : STEPS[kind ?? ''];
  const written = `${formatPath(path)}=${sign}${operand}`;
  if (step === undefined)
    throw new UsageError(`${written}: this value cannot be counted up`, 'write the new value itself');
  const current = currentOf(path);
  if (typeof current !== 'number')
    throw new UsageError(`${written}: there is no value yet`, 'write the new value itself');
  const amount = sign === 'x' ? factor(operand) : amountOf(operand, kind);
  if (amount === undefined) {
    const example = kind === undefined ? '10' : quantities[kind].examples[0];
    throw new UsageError(`${written} cannot be read`, `write +${example}, -${example} or x2`);
  }
  const result =
    sign === 'x' ? Math.ceil((current * amount) / step) * step : current + (sign === '+' ? amount : -amount);
  if (!(result > 0 || (result === 0 && kind === undefined)) || !Number.isSafeInteger(result))
    throw new UsageError(`${written} makes ${result}`, 'write the new value itself');
  return kind === undefined ? result : (quantities[kind] as (typeof quantities)['cpu']).format(result);
}

function factor(text: string): number | undefined {
  return /^[0-9]{1,3}(?:\.[0-9]{1,2})?$/.test(text) ? Number(text) : undefined;
}

function amountOf(text: string, kind: keyof typeof quantities | undefined): number | undefined {
  if (kind === undefined) return /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
  const parsed = (quantities[kind] as (typeof quantities)['cpu']).parse(text);
  return parsed.ok ? parsed.value : undefined;
}
