import { describe, expect, it } from 'vitest';
import type { Component } from '../../compiler/component.ts';
import type { Diagnostic } from '../../compiler/diagnostic.ts';
import type { Rule } from '../../compiler/rules/rule.ts';
import { compileExample, lintExample } from './compile-example.ts';

/**
 * Runs the examples of all rules of a component: a bad one gives its rule's code and no other, a good one nothing.
 * Whatever has no error is synthesized too.
 */
export function testRuleExamples(component: Component): void {
  testExamples(component.rules, async (yaml) => (await compileExample([component], yaml)).diagnostics);
}

/** The same for rules over several kinds, in the presence of all kinds; only the findings are looked at. */
export function testCrossRuleExamples(rules: readonly Rule<never>[], components: readonly Component[]): void {
  testExamples(rules, async (yaml) => lintExample(components, yaml, rules).diagnostics);
}

function testExamples(
  rules: readonly Rule<never>[],
  diagnosticsOf: (yaml: string) => Promise<readonly Diagnostic[]>,
): void {
  describe.each(rules)('$code', ({ code, examples }) => {
    it.each(examples.bad)('finds it in %j', async (yaml) => {
      const diagnostics = await diagnosticsOf(yaml);
      expect([...new Set(diagnostics.map((diagnostic) => diagnostic.code))]).toEqual([code]);
    });

    it.each(examples.good)('is content with %j', async (yaml) => {
      expect(await diagnosticsOf(yaml)).toEqual([]);
    });
  });
}
