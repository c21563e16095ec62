import { alarmKinds } from '../components/alarms/kinds/index.ts';
import type { AlarmKind } from '../components/alarms/kinds/kind.ts';
import { THRESHOLD_DEFAULTS } from '../components/alarms/threshold-fields.ts';

/** `alarms.md`: the runbook. What each alarm means, and what to do about it. */
export function alarmsPage(): string {
  const kinds = Object.entries(alarmKinds);
  return [
    '# Runbook of the alarms',
    '',
    'Every alarm of `monitoring.tf` names its chapter here. Its name is `<environment>-<item>-<what>`, and the comment',
    'above it in `monitoring.tf` is the path of the item in the spec.',
    '',
    '## What to do in general',
    '',
    'The order is that of the scaling guide:',
    '',
    '1. Optimize first: a query, an index or a cache often does more than a scaling.',
    '2. Horizontal before vertical: it is easier to take back, and better for availability.',
    '3. Cache aggressively, so that the database has less to do.',
    '4. Scale what is stateless; it is easier than what is not.',
    '5. Measure before and after.',
    '',
    'A change goes through the spec: edit the line (or let `elastiform scale` edit it), look at the difference, apply.',
    'What somebody changes in the console is taken back by the next apply, except for fields with another owner.',
    '',
    'Thresholds are in `alarms.thresholds`, and for one thing in `alarms.items`; `sustained` says how long a value must',
    'be beyond its threshold. `without: [<kind>]` switches a kind of alarm off for one thing.',
    '',
    '| Alarm | Watches | Threshold | Default |',
    '|---|---|---|---|',
    ...kinds.map(([id, kind]) => overview(id, kind)),
    '',
    ...kinds.flatMap(([id, kind]) => chapter(id, kind)),
  ].join('\n');
}

function overview(id: string, { watches, threshold }: AlarmKind): string {
  const fallback =
    threshold === undefined ? 'as many nodes as size.max' : String(THRESHOLD_DEFAULTS[threshold]);
  const name = threshold === undefined ? '–' : `\`${threshold}\``;
  return `| [${id}](#${id}) | ${watches.map(code).join(', ')} | ${name} | ${fallback} |`;
}

function chapter(id: string, kind: AlarmKind): readonly string[] {
  return [
    `## ${id}`,
    '',
    `**${kind.title}.** ${kind.meaning}`,
    '',
    `- Metric: ${kind.metric}`,
    `- Missing data: ${code(kind.missing.treat)} – ${kind.missing.why}`,
    '',
    'See more:',
    '',
    '```text',
    ...kind.look,
    '```',
    '',
    'Do, in this order:',
    '',
    ...kind.steps.map((step, index) => `${index + 1}. ${step}`),
    '',
    '| Line of the spec | Effect | Takes | Downtime |',
    '|---|---|---|---|',
    ...kind.changes.map(
      ({ key, effect, takes, downtime }) => `| ${code(key)} | ${effect} | ${takes} | ${downtime} |`,
    ),
    '',
    '```sh',
    `elastiform scale <environment> ${kind.scale} --dry-run`,
    '```',
    '',
    `Take back: ${kind.rollback} \`elastiform scale <environment> --undo\` takes back the edit of the spec.`,
    '',
    `Source: ${kind.source}.`,
    '',
  ];
}

function code(text: string): string {
  return `\`${text}\``;
}
