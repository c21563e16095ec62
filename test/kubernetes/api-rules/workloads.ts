import type { Json } from '../json.ts';
import type { Manifest } from '../to-kubernetes.ts';
import type { Finding } from '../validate-manifest.ts';
import { at, listAt, objectAt } from './reading.ts';

/** What makes pods, and what guards them. */
export function* workloadRules(manifest: Manifest): Generator<Finding> {
  if (manifest.kind === 'Deployment') yield* deploymentRules(manifest);
  if (manifest.kind === 'CronJob') yield* cronJobRules(manifest);
  if (manifest.kind === 'PodDisruptionBudget') yield* budgetRules(manifest);
}

function* deploymentRules(manifest: Manifest): Generator<Finding> {
  const selector = objectAt(manifest, 'spec', 'selector');
  const labels = objectAt(manifest, 'spec', 'template', 'metadata', 'labels');
  const wanted = Object.entries(objectAt(selector, 'matchLabels'));
  if (wanted.length === 0 && listAt(selector, 'matchExpressions').length === 0) {
    yield { path: 'spec.selector', message: 'selects everything' };
  }
  for (const [key, value] of wanted) {
    if (labels[key] !== value)
      yield { path: 'spec.template.metadata.labels', message: `lacks ${key}: ${value}` };
  }
  const { maxSurge, maxUnavailable } = objectAt(manifest, 'spec', 'strategy', 'rollingUpdate');
  if (isZero(maxSurge) && isZero(maxUnavailable)) {
    yield { path: 'spec.strategy.rollingUpdate', message: 'cannot move: maxSurge and maxUnavailable are 0' };
  }
  const update = at(manifest, 'spec', 'strategy', 'rollingUpdate');
  if (at(manifest, 'spec', 'strategy', 'type') === 'Recreate' && update !== undefined) {
    yield { path: 'spec.strategy.rollingUpdate', message: 'does not go with Recreate' };
  }
}

function isZero(podsOrShare: Json | undefined): boolean {
  return podsOrShare === 0 || podsOrShare === '0%';
}

function* cronJobRules(manifest: Manifest): Generator<Finding> {
  const fields = String(at(manifest, 'spec', 'schedule'))
    .trim()
    .split(/\s+/);
  if (fields.length !== 5 && !/^@\w+$/.test(fields[0]!)) {
    yield { path: 'spec.schedule', message: 'does not have five fields' };
  }
  if (fields[0]!.startsWith('TZ=') || fields[0]!.startsWith('CRON_TZ=')) {
    yield { path: 'spec.schedule', message: 'has a time zone, which belongs into timeZone' };
  }
  const policy = at(manifest, 'spec', 'jobTemplate', 'spec', 'template', 'spec', 'restartPolicy');
  if (policy !== 'Never' && policy !== 'OnFailure') {
    yield {
      path: 'spec.jobTemplate.spec.template.spec.restartPolicy',
      message: 'is neither Never nor OnFailure',
    };
  }
}

function* budgetRules(manifest: Manifest): Generator<Finding> {
  const { minAvailable, maxUnavailable } = objectAt(manifest, 'spec');
  // Both are optional in the API; a budget with neither guards nothing.
  if ((minAvailable === undefined) === (maxUnavailable === undefined)) {
    yield { path: 'spec', message: 'has not exactly one of minAvailable and maxUnavailable' };
  }
}
