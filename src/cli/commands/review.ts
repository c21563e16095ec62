import type { ReviewedEnvironment } from '../../review/environment.ts';
import { reviewPlans } from '../../review/make-review.ts';
import { renderJson } from '../../review/render/json.ts';
import { renderMarkdown } from '../../review/render/markdown.ts';
import { renderText } from '../../review/render/text.ts';
import type { Verdict } from '../../review/review.ts';
import type { CliContext, Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { report } from '../report.ts';
import { costsAgainst } from '../review/costs-against.ts';
import { readPlans } from '../review/read-plans.ts';
import { reviewedEnvironment } from '../review/reviewed-environment.ts';
import { type Compiled, compileInstead } from '../scale/compiled.ts';

const RENDERERS = { text: renderText, markdown: renderMarkdown, json: renderJson };

export const reviewCommand: Command = {
  name: 'review',
  summary: 'Say what Terraform plans do, what they interrupt and risk, and who has to look at them',
  parameters: '[ENV=]PLAN.json…',
  minParameters: 1,
  maxParameters: 200,
  options: {
    base: {
      type: 'string',
      value: 'REF|DIR',
      summary: 'say what the specs cost more or less than at a commit, or in another project folder',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: Object.keys(RENDERERS),
      summary: 'text (default), markdown for a comment on the change, or json',
    },
    'fail-on': {
      type: 'string',
      value: 'VERDICT',
      choices: ['human', 'blocked'],
      summary: 'end with exit code 1 from this verdict on, "blocked" if left out',
    },
  },
  examples: [
    'terraform show -json plan.tfplan | elastiform review -',
    'elastiform review aws.json kubernetes.json --format markdown',
    'elastiform review prod=plan.json --fail-on human',
    'elastiform review prod=plan.json --base origin/main...HEAD',
  ],
  async run(invocation, context) {
    const { plans, unreadable } = readPlans(invocation.parameters, context);
    for (const { name, problem } of unreadable) context.output.say(`elastiform: ${name} ${problem}`);
    if (unreadable.length > 0) return EXIT.io;
    const compiled = new Map<string, Compiled>();
    for (const { environment } of plans) {
      if (environment === undefined || compiled.has(environment)) continue;
      compiled.set(environment, compileInstead(environment, context));
    }
    const all = [...compiled.values()];
    reportFindings(all, context);
    if (all.some((one) => !isReviewable(one))) return EXIT.findings;
    const environments = new Map<string, ReviewedEnvironment>();
    for (const [name, { spec }] of compiled)
      if (spec) environments.set(name, await reviewedEnvironment(spec, context.knowledge.components));
    const costs = costsAgainst(invocation.option('base'), compiled, context);
    if (typeof costs === 'number') return costs;
    const review = reviewPlans(
      plans.map(({ plan, environment }) => ({
        plan,
        environment: environment === undefined ? undefined : environments.get(environment),
      })),
      context.today,
      costs,
    );
    const render = RENDERERS[(invocation.option('format') ?? 'text') as keyof typeof RENDERERS];
    context.output.data(render(review));
    const failing: readonly Verdict[] =
      invocation.option('fail-on') === 'human' ? ['human', 'blocked'] : ['blocked'];
    const isFailing = failing.includes(review.verdict) || all.some(({ hasErrors }) => hasErrors);
    return isFailing ? EXIT.findings : EXIT.success;
  },
};

/** Errors only: a review is not the place for what `validate` says about a spec that works. */
function reportFindings(all: readonly Compiled[], context: CliContext): void {
  for (const { located, texts, hasErrors } of all) {
    if (!hasErrors) continue;
    const errors = located.filter(({ diagnostic }) => diagnostic.severity === 'error');
    report({ located: errors, texts }, context);
  }
}

/**
 * Data that vanished and approvals that ended are what a review is about: it says what the plan would do all the
 * same. Terraform of a spec with other errors cannot be made.
 */
function isReviewable({ spec, located }: Compiled): boolean {
  return (
    spec !== undefined &&
    located.every(
      ({ diagnostic }) => diagnostic.severity !== 'error' || /^(?:policy|stateful)\//.test(diagnostic.code),
    )
  );
}
