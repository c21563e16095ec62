import { type Moment, momentsOf } from '../../capacity/moments.ts';
import type { Count } from '../../capacity/node-pools.ts';
import {
  batchesAt,
  type KnownPool,
  offersAt,
  type Runner,
  type Scene,
  sceneOf,
} from '../../capacity/scene.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { evidenceOf } from './evidence.ts';
import { cluster } from './examples.ts';
import { listed, mainOf, nodesText, shortageText } from './sentences.ts';
import { type Shortage, shortagesOf } from './shortage.ts';

const schedule = (floors: string) =>
  `\nschedules: {day: {timezone: Europe/Berlin, window: "08:00-20:00", floors: {${floors}}}}`;

export const smallestDoesNotFit = defineRule<Model>({
  code: 'capacity/smallest-does-not-fit',
  severity: 'warning',
  summary: 'the groups at their minimum hold the pods at their minimum, in every window of the schedules',
  why: 'at the quietest time there are more nodes than the minimum says, and in a window the pods come minutes later, when the autoscaler has seen them wait',
  source:
    'kubernetes/autoscaler, cluster-autoscaler FAQ "How does scale-down work" and "How does scale-up work" (read 2026-11-25)',
  examples: {
    good: [
      cluster({ minReplicas: 6 }),
      cluster({ minReplicas: 2, min: 1 }),
      // A window that is for more pods with more nodes.
      `${cluster({})}${schedule('workloads.api: 9, autoScalingGroups.workers: 3')}`,
      // It is somebody else's business that a window raises pods alone.
      `${cluster({ min: 1 })}${schedule('workloads.api: 6')}`,
      // What may be empty is filled when somebody comes.
      cluster({ min: 0 }),
    ],
    bad: [
      cluster({ minReplicas: 7 }),
      cluster({ minReplicas: 4, min: 1 }),
      `${cluster({})}${schedule('workloads.api: 10, autoScalingGroups.workers: 3')}`,
      // Fewer nodes by day than by night, and the same pods.
      `${cluster({ minReplicas: 6 })}${schedule('autoScalingGroups.workers: 1')}`,
    ],
  },
  check(model, report, context) {
    const scene = sceneOf(model, context.catalog);
    if (!scene) return;
    for (const { shortage, moment } of worstOf(scene, momentsOf(model))) {
      const told = mainOf(shortage);
      const { windows } = moment;
      const when =
        windows.length === 0 ? '' : `while ${listed(windows)} ${windows.length === 1 ? 'is' : 'are'} on, `;
      report({
        at: told.path,
        message: `at the least, ${when}${shortageText(shortage, nodesText)}`,
        help: 'raise the least number of nodes, or let fewer pods be the least',
        related: evidenceOf(shortage, told, 'least', context),
      });
    }
  },
});

interface Found {
  readonly shortage: Shortage;
  readonly moment: Moment;
}

/** For the same groups of nodes only the moment at which most pods wait. */
function worstOf(scene: Scene, moments: readonly Moment[]): readonly Found[] {
  const worst = new Map<string, Found>();
  for (const moment of moments) {
    for (const shortage of shortagesAt(scene, moment)) {
      const key = shortage.offers.map(({ name }) => name).join(' ');
      const known = worst.get(key);
      if (!known || known.shortage.left < shortage.left) worst.set(key, { shortage, moment });
    }
  }
  return [...worst.values()];
}

function shortagesAt(scene: Scene, moment: Moment): readonly Shortage[] {
  const nodesOf = ({ name, least }: KnownPool) => moment.floors.get(name) ?? least;
  // A group that may be empty is meant to be filled when somebody comes.
  const runners = scene.runners.filter(({ pools }) => pools.some((pool) => nodesOf(pool).count > 0));
  const counts = new Map(runners.map((runner) => [runner.pods, leastOf(runner, moment)]));
  const batches = batchesAt({ ...scene, runners }, (pods) => counts.get(pods) ?? pods.least);
  const shortages = shortagesOf(offersAt(scene, nodesOf), batches);
  if (shortages.length === 0) return [];
  // For whom even all nodes are too few, capacity/not-enough-nodes has the word.
  const atMost = offersAt(scene, ({ most }) => most);
  const hopeless = shortagesOf(atMost, batches).flatMap(({ waiting }) => waiting.map(({ name }) => name));
  return shortages.filter(({ waiting }) => waiting.every(({ name }) => !hopeless.includes(name)));
}

/** A window that raises pods and no nodes is what schedule/pods-without-nodes is about, where it is worth a word. */
function leastOf({ pods, pools }: Runner, { floors }: Moment): Count {
  const floor = floors.get(pods.name);
  if (!floor) return pods.least;
  const raisesPodsAlone = floor.count > pods.least.count && !pools.some(({ name }) => floors.has(name));
  return raisesPodsAlone ? pods.least : floor;
}
