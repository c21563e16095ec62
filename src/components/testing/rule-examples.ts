import { describe, expect, it } from 'vitest';
import type { Component } from '../../compiler/component.ts';
import { compileExample } from './compile-example.ts';

/** Runs the examples of all rules of a component: a bad one gives its rule's code and no other, a good one nothing. */
export function testRuleExamples(component: Component): void {
  describe.each(component.rules)('$code', ({ code, examples }) => {
    it.each(examples.bad)('finds it in %j', async (yaml) => {
      const { diagnostics } = await compileExample([component], yaml);
      expect([...new Set(diagnostics.map((diagnostic) => diagnostic.code))]).toEqual([code]);
    });

    it.each(examples.good)('is content with %j', async (yaml) => {
      const { diagnostics } = await compileExample([component], yaml);
      expect(diagnostics).toEqual([]);
    });
  });
}
