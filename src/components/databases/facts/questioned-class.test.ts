import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../catalog/catalog.ts';
import { isQuestionedClass } from './questioned-class.ts';

describe('a class of RDS', () => {
  it.each([
    ['of the catalog', 'db.r6g.large', 'postgres', false, false],
    ['of a newer family', 'db.r9g.large', 'postgres', false, false],
    ['that is no name of one', 'db.r6g.lagre', 'postgres', false, true],
    ['of a size that its family has not', 'db.r6g.3xlarge', 'postgres', false, true],
    ['that is made no more', 'db.m4.large', 'postgres', false, true],
    ['that is made no more, and exists', 'db.m4.large', 'postgres', true, false],
    ['that has not the engine', 'db.r3.large', 'postgres', false, true],
    ['that is old and has the engine', 'db.r3.large', 'mysql', false, false],
  ] as const)('%s is questioned where a rule says so', (_, className, engine, isAdopted, expected) => {
    expect(isQuestionedClass(builtInCatalog, engine, className, isAdopted)).toBe(expected);
  });
});
