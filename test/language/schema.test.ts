import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemaOf, VOCABULARY } from '../../src/compiler/language/json-schema.ts';
import { schemaText } from '../../src/compiler/language/schema-text.ts';
import { quantities } from '../../src/compiler/quantity/quantity.ts';
import { knowledge } from '../../src/components/registry.ts';
import { allFields } from '../support/language-fields.ts';

const fields = allFields(knowledge.language).slice(1);
// One for all: an instance compiles the meta-schema once.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
ajv.addVocabulary([...VOCABULARY]);
const validatorFor = (schema: object) => ajv.compile(schema);

describe('the language', () => {
  it('has the keys that specs are written with', () => {
    const form = knowledge.language.form;
    expect(form.kind === 'section' && Object.keys(form.fields)).toEqual(
      expect.arrayContaining([
        ...['apiVersion', 'environment', 'extends', 'tier', 'aws', 'foundation', 'policy'],
        ...['autoScalingGroups', 'nodeGroups', 'workloads', 'databases', 'caches'],
      ]),
    );
  });

  it.each(fields.map(({ path, field }) => [path, field] as const))(
    'explains %s, with examples that are right',
    (_, field) => {
      expect(field.description).toMatch(/^.{10,}\.$/s);
      expect(field.examples.length).toBeGreaterThan(0);
      const validate = validatorFor(jsonSchemaOf(field));
      for (const example of field.examples) {
        expect([example, validate(example), validate.errors]).toEqual([example, true, null]);
        if (field.form.kind === 'quantity')
          expect(quantities[field.form.quantity].parse(String(example))).toMatchObject({ ok: true });
      }
    },
  );

  it.each(fields.map(({ path, field }) => [path, field] as const))(
    'says what is the case without %s, with defaults that are right',
    (_, field) => {
      const { fallback } = field;
      const values =
        fallback.kind === 'default'
          ? [fallback.value]
          : fallback.kind === 'tier'
            ? Object.values(fallback.values)
            : [];
      // The value of a section is {}: its keys have fallbacks of their own.
      if (values.length > 0 && field.form.kind !== 'section') {
        const validate = validatorFor(jsonSchemaOf(field));
        for (const value of values) expect([value, validate(value)]).toEqual([value, true]);
      }
      if (fallback.kind === 'default' || fallback.kind === 'tier') expect(fallback.why).toMatch(/[a-zA-Z]/);
      if (fallback.kind === 'absent') expect(fallback.meaning).toMatch(/[a-zA-Z]/);
      if (fallback.kind === 'derived') expect(fallback.formula).toMatch(/[a-zA-Z]/);
    },
  );
});

describe('the published schema', () => {
  const text = schemaText(knowledge.language);
  const validate = validatorFor(JSON.parse(text));

  it('is what is committed', () => {
    expect(readFileSync('generated/schema/elastiform.schema.json', 'utf8')).toBe(text);
  });

  it.each(['base', 'dev', 'staging', 'prod'])('accepts specs/%s.yaml', (name) => {
    expect([validate(parse(readFileSync(`specs/${name}.yaml`, 'utf8'))), validate.errors]).toEqual([
      true,
      null,
    ]);
  });

  it.each([
    ['an unknown key', 'databses: {}'],
    ['a wrong unit', 'workloads: {a: {resources: {requests: {memory: 512m}}}}'],
    ['a wrong word', 'tier: production'],
    ['a wrong type', 'nodeGroups: {a: {size: {min: "1"}}}'],
    ['a wrong name', 'databases: {Post_gres: {}}'],
  ])('refuses %s', (_, yaml) => {
    expect(validate(parse(yaml))).toBe(false);
  });

  it('lets a child delete what its parent says', () => {
    expect(validate(parse('databases: {postgres: null}\ntier: null'))).toBe(true);
  });
});
