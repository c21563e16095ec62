import { invariant } from '../../util/invariant.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { codeOf } from '../diagnostics/code.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** Runs rules one after the other and gives their findings the code, severity and reason of the rule. */
export class Linter {
  readonly #context: RuleContext;
  readonly #found: Diagnostic[] = [];
  #rule: Pick<Rule<never>, 'code' | 'severity' | 'why'> | undefined;

  constructor(context: RuleContext) {
    this.#context = context;
  }

  /** In the order of the rules. */
  get found(): readonly Diagnostic[] {
    return this.#found;
  }

  apply<Subject>(rule: Rule<Subject>, subject: Subject): void {
    this.#rule = rule;
    rule.check(subject, this.#report, this.#context);
  }

  /** As {@link apply}, but the findings count only if something holds afterwards. */
  applyIf<Subject>(rule: Rule<Subject>, subject: Subject, counts: () => boolean): void {
    const before = this.#found.length;
    this.apply(rule, subject);
    if (!counts()) this.#found.length = before;
  }

  /** One for all rules: most of them find nothing. */
  readonly #report: Report = ({ at, on, ...rest }) => {
    const rule = this.#rule;
    invariant(rule, 'a finding is told while its rule runs');
    const { severity, why } = rule;
    const place = on ? { path: at, on } : { path: at };
    this.#found.push({ code: codeOf(rule), severity, why, ...rest, at: place });
  };
}
