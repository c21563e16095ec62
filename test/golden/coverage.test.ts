import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Field, Form } from '../../src/compiler/language/field.ts';
import { knowledge } from '../../src/components/registry.ts';
import { goldenFile, goldenNames } from '../support/golden-specs.ts';
import { allFields } from '../support/language-fields.ts';

/** What no valid spec can say, with the reason. */
const EXEMPT: ReadonlyMap<string, string> = new Map([
  ['.workloads.*.autoscaling.behavior.scaleUp.tolerance', 'refused until the provider can set it'],
  ['.workloads.*.autoscaling.behavior.scaleDown.tolerance', 'refused until the provider can set it'],
]);

const fields = allFields(knowledge.language).slice(1);
const used = usesOf(goldenNames.flatMap((name) => writtenIn(goldenFile(name))));

describe('the golden specs together', () => {
  it.each(fields.filter(({ path }) => !EXEMPT.has(path)).map(({ path, field }) => [path, field] as const))(
    'use %s, with each of its choices',
    (path, field) => {
      const written = used.get(path) ?? new Set();
      expect(written.size, 'no golden spec has the key').toBeGreaterThan(0);
      expect(choicesOf(field.form).filter((choice) => !written.has(choice))).toEqual([]);
    },
  );

  it('are excused only where they cannot say something', () => {
    expect(fields.map(({ path }) => path)).toEqual(expect.arrayContaining([...EXEMPT.keys()]));
    expect([...EXEMPT.keys()].filter((path) => used.has(path))).toEqual([]);
  });
});

/** Every value that can be listed: words, truth values, and the short form of a section. */
function choicesOf(form: Form): readonly unknown[] {
  if (form.kind === 'text') return form.choices ?? [];
  if (form.kind === 'flag' || (form.kind === 'section' && form.switchable)) return [true, false];
  return [];
}

/** A spec and all that it extends, as they are written. */
function writtenIn(file: string): readonly unknown[] {
  const spec = parse(readFileSync(file, 'utf8'));
  return [spec, ...(spec.extends === undefined ? [] : writtenIn(join(dirname(file), spec.extends)))];
}

/** What is written at each key of the language. A `null` takes away, and so writes nothing. */
function usesOf(specs: readonly unknown[]): ReadonlyMap<string, ReadonlySet<unknown>> {
  const uses = new Map<string, Set<unknown>>();
  const visit = (field: Field, value: unknown, path: string) => {
    if (value === null || value === undefined) return;
    uses.set(path, (uses.get(path) ?? new Set()).add(value));
    for (const [name, child, item] of childrenOf(field.form, value)) visit(child, item, `${path}.${name}`);
  };
  for (const spec of specs) visit(knowledge.language, spec, '');
  return uses;
}

function childrenOf(form: Form, value: unknown): readonly (readonly [string, Field, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (form.kind === 'section') {
    return Object.entries(form.fields).map(([name, field]) => [
      name,
      field,
      (value as Record<string, unknown>)[name],
    ]);
  }
  if (form.kind === 'map' || form.kind === 'list')
    return Object.values(value).map((item) => ['*', form.item, item]);
  return [];
}
