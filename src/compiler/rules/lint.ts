import type { Diagnostic } from '../diagnostic.ts';
import { codeOf } from '../diagnostics/code.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** Runs one rule and gives its findings the code, severity and reason of the rule. */
export function applyRule<Subject>(
  rule: Rule<Subject>,
  subject: Subject,
  context: RuleContext,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report: Report = ({ at, on, ...rest }) => {
    const { severity, why } = rule;
    found.push({ code: codeOf(rule), severity, why, ...rest, at: on ? { path: at, on } : { path: at } });
  };
  rule.check(subject, report, context);
  return found;
}
