import { describe, expect, it } from 'vitest';
import { evaluate } from './references.ts';

describe('a template in JSON', () => {
  it.each([
    ['plain text', '$5 and 10 % {of} it', '$5 and 10 % {of} it'],
    ['a reference', '${kubernetes_deployment_v1.a.metadata[0].name}', 'placeholder'],
    ['references in text', 'a-${b.c}-${d["e}"]}.f', 'a-placeholder-placeholder.f'],
    ['an expression with braces', '${{for k in a: k => "${k}"}}', 'placeholder'],
    ['an escaped reference', '$${a} %%{b}', '${a} %{b}'],
    ['dollars before a reference', '$5${a}', '$5placeholder'],
    ['quoted text of the renderer', 'a${"$\\r"}b', 'a$\rb'],
  ])('has the value of %s', (_, template, value) => {
    expect(evaluate(template)).toBe(value);
  });
});
