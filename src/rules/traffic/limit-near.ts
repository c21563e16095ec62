import { defineRule } from '../../compiler/rules/rule.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { firstLimitWithin } from '../../projection/first-limit.ts';
import { formatDate, parseDate } from '../../util/calendar/date.ts';
import { backend, POSTGRES } from './examples.ts';

/** Enough for a review, a maintenance window on a Sunday, and a second one. */
const NEAR_DAYS = 30;

export const limitNear = defineRule<Model>({
  code: 'traffic/limit-near',
  severity: 'warning',
  summary: 'the growth that is expected fits the spec for another month',
  why: 'a limit that breaks in a month has to be raised in the next maintenance windows, before users notice',
  source: 'our choice (2026-11-27): a review and two weekly maintenance windows fit into 30 days',
  examples: {
    good: [
      backend('growth: {3mo: 3000/min}'),
      backend(
        'growth: {12mo: 3000/min}, databases: {postgres: {cpuUtilization: 45%, measuredClass: db.r6g.xlarge}}',
        POSTGRES,
      ),
    ],
    bad: [
      backend('growth: {1mo: 9000/min}'),
      backend('workloads: {backend: {ratePerPod: 40/min}}'),
      backend(
        'growth: {2mo: 3000/min}, databases: {postgres: {cpuUtilization: 60%, measuredClass: db.r6g.xlarge}}',
        POSTGRES,
      ),
    ],
  },
  check(model, report, { catalog, today, isWritten }) {
    const now = parseDate(today);
    if (!model.traffic || now === undefined) return;
    const first = firstLimitWithin(model, catalog, now, NEAR_DAYS);
    if (!first) return;
    const { gauge, limit, found, raise } = first;
    const day = found.instant.day;
    const when = day <= now ? 'already' : `on ${formatDate(day)}, in ${day - now} days`;
    report({
      at: limit.path,
      message: `${gauge.what} break this ${when}: ${found.asked.formula}, and the spec has ${limit.text}`,
      help: `elastiform capacity ${model.environment} --write raises what breaks within a year`,
      related: found.asked.inputs
        .filter((path) => path[0] === 'traffic' && isWritten(path))
        .map((path) => ({ message: `${formatPath(path)} is set here`, at: { path } })),
      suggestions: (raise?.changes ?? [])
        .slice(0, 1)
        .map(({ path, value }) => ({ message: `${raise!.text} holds until then`, change: { path, value } })),
    });
  },
});
