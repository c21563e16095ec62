import type { TextEdit } from './spec-edit.ts';

/** Changes of capacity, as the guide makes them and as an engineer writes them, that are planned together. */
export interface ScalingEdit {
  /** What a person would call it; the title in the golden table. */
  readonly title: string;
  readonly environment: 'dev' | 'staging' | 'prod';
  readonly edits: readonly TextEdit[];
}

const STAGING = {
  'larger database class': ['class: db.t4g.large', 'class: db.r6g.large'],
  'more database storage': ['allocated: 50GiB', 'allocated: 100GiB'],
  'higher storage maximum': ['max: 200GiB', 'max: 400GiB'],
  'a read replica more': [
    '    storage: {allocated',
    '    readReplicas: {replica-1: {}}\n    storage: {allocated',
  ],
  'other bounds of nodes': ['size: {min: 1, max: 3}', 'size: {min: 2, max: 6}'],
  'another instance type': ['instanceTypes: [m6i.large]', 'instanceTypes: [m6i.xlarge]'],
  'larger cache nodes': ['nodeType: cache.r6g.large', 'nodeType: cache.r6g.xlarge'],
  'more shards': ['shards: {initial: 2}', 'shards: {initial: 4}'],
  'more cache replicas': ['replicasPerShard: 1', 'replicasPerShard: 2'],
  'other bounds of pods': ['maxReplicas: 6', 'maxReplicas: 12'],
} as const satisfies Record<string, readonly [from: string, to: string]>;

type StagingEdit = keyof typeof STAGING;

function staging(...titles: readonly StagingEdit[]): ScalingEdit {
  const edits = titles.map((title) => ({
    file: 'specs/staging.yaml',
    from: STAGING[title][0],
    to: STAGING[title][1],
  }));
  return { title: titles.join(', '), environment: 'staging', edits };
}

const REFUSED: ScalingEdit = {
  title: 'another administrator',
  environment: 'dev',
  edits: [
    {
      file: 'specs/dev.yaml',
      from: 'class: db.t4g.medium',
      to: 'class: db.t4g.medium\n    username: another',
    },
  ],
};

/**
 * For `npm test`: a plan costs 8 s of a core, so changes of different things share one, and what belongs to
 * which is still plain from the attributes.
 */
export const groupedEdits: readonly ScalingEdit[] = [
  staging('larger database class', 'other bounds of nodes', 'larger cache nodes', 'other bounds of pods'),
  staging('more database storage', 'higher storage maximum', 'another instance type', 'more shards'),
  staging('a read replica more', 'more cache replicas'),
  REFUSED,
];

/** For the complete run: one plan for each change. */
export const singleEdits: readonly ScalingEdit[] = [
  ...(Object.keys(STAGING) as StagingEdit[]).map((title) => staging(title)),
  REFUSED,
];
