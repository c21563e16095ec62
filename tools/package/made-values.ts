import { catalogField } from '../../src/catalog/file/catalog-field.ts';
import { catalogSchemaText } from '../../src/catalog/file/catalog-schema.ts';
import { schemaText } from '../../src/compiler/language/schema-text.ts';
import { knowledge } from '../../src/components/registry.ts';
import { referenceTree } from '../../src/reference/pages.ts';
import { validatorText } from './validator-text.ts';
import { makeZoneTable } from './zone-table.ts';

// What every run would make anew although it changes only with the compiler; `made-ahead.js` puts it into the bundle.
export const validators = {
  language: validatorText(knowledge.language),
  catalog: validatorText(catalogField),
};

export const texts = {
  schema: schemaText(knowledge.language),
  catalogSchema: catalogSchemaText(),
  pages: [...referenceTree(knowledge)],
};

export const zoneTable = makeZoneTable();
