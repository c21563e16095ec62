import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath } from '../compiler/spec-path.ts';
import { knowledge } from '../components/registry.ts';
import { affectedEnvironments } from './affected.ts';
import { changedItems } from './changed-items.ts';
import { asContrast } from './contrast.ts';
import { AMOUNTS, ELSEWHERE, PROTECTING, REPLACING } from './danger.ts';
import { environmentChange } from './environment-change.ts';
import { PLATFORM, versionOf } from './testing/version-of.ts';

const before = versionOf(PLATFORM);

function edited(from: string, to: string): string {
  if (!PLATFORM.includes(from)) throw new Error(`no ${from}`);
  return PLATFORM.replace(from, to);
}

/** `item: kind (danger) | text (danger) | …` */
function tell(text: string): readonly string[] {
  const said = (danger: string | undefined) => (danger === undefined ? '' : ` (${danger})`);
  return changedItems(before, versionOf(text)).map(({ path, kind, previous, danger, lines }) =>
    [
      `${formatPath(path)} ${kind}${previous ? ` from ${formatPath(previous)}` : ''}${said(danger)}`,
      ...lines.map((line) => `${line.text}${said(line.danger)}`),
    ].join(' | '),
  );
}

describe('changedItems', () => {
  it.each([
    [
      'maxReplicas: 20',
      'maxReplicas: 30',
      [
        'workloads.api changed | pods 3–20 → 3–30: up to 10 → 15 vCPU, 10 → 15 GiB, 1,000 → 1,500 connections',
        'databases.postgres changed | clients may open 1,250 → 1,900 of 4,750 connections',
      ],
    ],
    [
      'minReplicas: 3',
      'minReplicas: 2',
      ['workloads.api changed | pods 3–20 → 2–20: up to 10 vCPU, 10 GiB, 1,000 connections (shrinks)'],
    ],
    [
      'cpu: 500m',
      'cpu: 250m',
      [
        'workloads.api changed | pods 3–20: up to 10 → 5 vCPU, 10 GiB, 1,000 connections | resources.requests.cpu 500m → 250m (shrinks)',
      ],
    ],
    [
      'min: 1, max: 10',
      'min: 1, max: 20',
      ['nodeGroups.spot changed | nodes of m5.large 1–10 → 1–20: up to 20 → 40 vCPU, 80 → 160 GiB'],
    ],
    [
      '[m5.large]',
      '[m99i.large]',
      [
        'nodeGroups.spot changed | nodes of m5.large → m99i.large 1–10: m99i.large is unknown to the catalog of DATE | instanceTypes [m5.large] → [m99i.large]',
      ],
    ],
    [
      'initial: 3}',
      'initial: 3, owner: terraform}',
      [
        'nodeGroups.spot changed | nodes of m5.large 1–10 → 3: up to 20 → 6 vCPU, 80 → 24 GiB (shrinks) | size.owner cluster-autoscaler → terraform (another owner)',
      ],
    ],
    [
      'class: db.r6g.2xlarge',
      'class: db.r6g.xlarge',
      [
        'databases.postgres changed | class db.r6g.2xlarge → db.r6g.xlarge: 8 → 4 vCPU, 64 → 32 GiB, about 5,000 → 3,506 connections (shrinks) | read replica replica-1: class db.r6g.2xlarge → db.r6g.xlarge: 8 → 4 vCPU, 64 → 32 GiB, about 5,000 → 3,506 connections (shrinks)',
      ],
    ],
    [
      'max: 500GiB',
      'max: 400GiB',
      [
        'databases.postgres changed | storage 200 GiB, growing up to 500 → 400 GiB (shrinks) | readReplicas.replica-1.maxStorage 500GiB → 400GiB',
      ],
    ],
    [
      'shards: {initial: 4}',
      'shards: {initial: 2}',
      [
        'caches.redis changed | cache.r6g.xlarge, shards 4 → 2: 8 → 4 nodes, 105.3 → 52.6 GiB of maxmemory (shrinks)',
      ],
    ],
    [
      'redis: {nodeType',
      'redis: {port: 6380, multiAz: false, nodeType',
      [
        'caches.redis changed | multiAz true → false (less protected) | port 6379 → 6380 (replaces what holds data)',
      ],
    ],
    [
      'workloads.api: 5',
      'workloads.api: 4',
      ['schedules.day changed | floors["workloads.api"] 5 → 4 (shrinks)'],
    ],
    [
      'cluster: dapp',
      'cluster: other',
      ['foundation changed | cluster dapp → other (everything is looked for elsewhere)'],
    ],
    [
      '  redis: {',
      '  sessions: {',
      [
        'caches.sessions added | cache.r6g.xlarge, shards 4: 8 nodes, 105.3 GiB of maxmemory',
        'caches.redis removed (it holds data, and nothing says that it may go; if it has only another name, say previousName: redis there) | cache.r6g.xlarge, shards 4: 8 nodes, 105.3 GiB of maxmemory',
      ],
    ],
    [
      '  redis: {',
      '  sessions: {previousName: redis, replicationGroupId: prod-redis, subnetGroup: {name: prod-redis}, description: prod cache redis, securityGroups: [redis], ',
      ['caches.sessions renamed from caches.redis (it holds data, and is kept as caches.sessions)'],
    ],
    [
      'readReplicas: {replica-1: {}}',
      'readReplicas: {replica-2: {previousName: replica-1, identifier: prod-postgres-replica-1}}',
      [
        'databases.postgres changed | readReplicas.replica-2 none → 9 values | readReplicas.replica-1 8 values → none (it holds data, and is kept as databases.postgres.readReplicas.replica-2)',
      ],
    ],
  ])('%s → %s', (from, to, lines) => {
    const { date } = knowledge.catalog.ec2Types;
    expect(tell(edited(from, to)).map((line) => line.replace(date, 'DATE'))).toEqual(lines);
  });

  it('says why what holds data goes, when the spec does', () => {
    const without = PLATFORM.replace(
      /caches:\n.*\n/,
      'retired: {caches.redis: {reason: not needed, action: destroy}}\n',
    );
    expect(tell(without).join('\n')).toContain(
      'caches.redis removed (it holds data and is destroyed: not needed)',
    );
  });

  it('has only patterns that the language has', () => {
    const { language } = knowledge;
    const isKnown = (pattern: string) => {
      let field = language;
      for (const part of pattern.split('.')) {
        const { form } = field;
        if (form.kind === 'section' && form.fields[part]) field = form.fields[part];
        else if (form.kind === 'map' && part === '*') field = form.item;
        else return false;
      }
      return true;
    };
    expect(
      [...AMOUNTS, ...ELSEWHERE, ...PROTECTING, ...REPLACING].filter((pattern) => !isKnown(pattern)),
    ).toEqual([]);
  });

  it('finds nothing dangerous, nothing lost and no names in a contrast', () => {
    const other = versionOf(
      edited('environment: prod', 'environment: test').replace('  redis: {', '  sessions: {'),
      'test',
    );
    const items = asContrast(changedItems(before, other), 'prod', 'test');
    expect(items.map(({ path, lines }) => [formatPath(path), lines.map(({ text }) => text)])).toEqual([
      ['caches.sessions', [expect.stringMatching(/^only in test: /)]],
      ['caches.redis', [expect.stringMatching(/^only in prod: /)]],
    ]);
  });

  it('differs for an environment exactly when the environment is affected', () => {
    const edits = [
      ['cpu: 500m', 'cpu: "0.5"'],
      ['cpu: 500m', 'cpu: 600m'],
      ['shards: {initial: 4}', 'shards: {initial: 4, owner: terraform}'],
      ['200GiB', '0200GiB'],
      ['workloads.api: 5', 'workloads.api: 6'],
      ['  redis: {', '  sessions: {previousName: redis, '],
      ['environment: prod', '# prod\nenvironment: prod'],
      ['max: 10, initial: 3', 'initial: 3, max: 10'],
    ] as const;
    fc.assert(
      fc.property(fc.subarray([...edits]), (chosen) => {
        const after = versionOf(chosen.reduce((text, [from, to]) => text.replace(from, to), PLATFORM));
        const [affected] = affectedEnvironments(new Map([['prod', before]]), new Map([['prod', after]]));
        expect(affected?.kind).toBe(environmentChange('prod', before, after).kind);
      }),
      { numRuns: 20 },
    );
  });
});
