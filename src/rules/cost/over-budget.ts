import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { BUDGET_PATH, checkBudget } from '../../cost/budget.ts';
import { estimateCost } from '../../cost/estimate.ts';
import { usdText } from '../../cost/money.ts';
import { builtInPrices } from '../../cost/prices/built-in-prices.ts';

const nodes = (instanceType: string, cost: string) =>
  `autoScalingGroups: {web: {instanceTypes: [${instanceType}], ami: ami-0123456789abcdef0, size: {min: 2, max: 4}}}\npolicy: {cost: ${cost}}\n`;

export const overBudget = defineRule<Model>({
  code: 'cost/over-budget',
  severity: 'warning',
  summary: 'a month costs no more than policy.cost.monthlyBudget allows',
  why: 'a bill comes weeks after the change that made it, and nothing in AWS stops at a budget',
  source:
    "the budget is the spec's own; prices of us-east-1, each with source and day, in src/cost/prices; other regions have none there, and then nothing is said",
  examples: {
    good: [
      nodes('m6i.large', '{monthlyBudget: 150USD}'),
      nodes('m6i.large', '{monthlyBudget: 300USD, budgetFor: max}'),
      nodes('m6i.large', '{budgetFor: max}'),
      // The price of one that no table knows counts for nothing.
      `aws: {region: eu-west-1}\nalarms: {notify: ["arn:aws:sns:eu-west-1:123456789012:oncall"]}\n${nodes('m6i.large', '{monthlyBudget: 10USD}')}`,
    ],
    bad: [
      nodes('m6i.large', '{monthlyBudget: 140USD}'),
      nodes('m6i.large', '{monthlyBudget: 250USD, budgetFor: max}'),
    ],
  },
  check(model, report, { catalog }) {
    if (model.policy.cost.monthlyBudget === undefined) return;
    // Alarms are known to the Terraform only; without them the sum is a little too low.
    const check = checkBudget(model, estimateCost(model, catalog, builtInPrices()));
    if (!check?.isAbove) return;
    const { bound, budget, total, dearest } = check;
    const shown = dearest.filter(({ amount }) => (amount?.[bound] ?? 0) > 0);
    report({
      at: BUDGET_PATH,
      message: `a month costs ${usdText(total)} USD (${bound}), ${usdText(total - budget)} USD more than the ${usdText(budget)} USD of the budget`,
      help: `take something smaller, raise the budget, or give elastiform cost ${model.environment} your own --prices`,
      related: shown.map(({ path, what, amount }) => ({
        message: `${what}: ${usdText(amount?.[bound] ?? 0)} USD`,
        at: { path, on: 'key' },
      })),
    });
  },
});
