import { describe, expect, it } from 'vitest';
import type { Component } from '../../compiler/component.ts';
import type { Rule } from '../../compiler/rules/rule.ts';
import { compileExample } from './compile-example.ts';

/** Runs the examples of all rules of a component: a bad one gives its rule's code and no other, a good one nothing. */
export function testRuleExamples(component: Component): void {
  testExamples(component.rules, [component], []);
}

/** The same for rules over several kinds, in the presence of all kinds. */
export function testCrossRuleExamples(rules: readonly Rule<never>[], components: readonly Component[]): void {
  testExamples(rules, components, rules);
}

function testExamples(
  tested: readonly Rule<never>[],
  components: readonly Component[],
  crossRules: readonly Rule<never>[],
): void {
  describe.each(tested)('$code', ({ code, examples }) => {
    it.each(examples.bad)('finds it in %j', async (yaml) => {
      const { diagnostics } = await compileExample(components, yaml, 'hcl', crossRules);
      expect([...new Set(diagnostics.map((diagnostic) => diagnostic.code))]).toEqual([code]);
    });

    it.each(examples.good)('is content with %j', async (yaml) => {
      const { diagnostics } = await compileExample(components, yaml, 'hcl', crossRules);
      expect(diagnostics).toEqual([]);
    });
  });
}
