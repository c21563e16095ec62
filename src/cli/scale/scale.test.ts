import {
  chmodSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import { Project } from '../testing/project.ts';
import { parsePath } from './parse-path.ts';
import { specField } from './spec-field.ts';
import { printJournal, readJournal, withEdit } from './undo-journal.ts';
import { WORDS } from './words.ts';

const BASE = `apiVersion: elastiform/v1
aws: {region: us-east-1, accountId: "123456789012"}
foundation: {kubernetesVersion: "1.33", otherNodes: true, subnets: [a, b, c], nodeRole: node, securityGroups: {nodes: n, postgres: p, redis: r}}
workloads:
  api:
    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1", memory: 1Gi}}
    autoscaling:
      metrics: {cpu: {averageUtilization: 70%}}
databases:
  postgres: {engine: postgres, engineVersion: "16.8"}
`;

const PROD = `apiVersion: elastiform/v1
environment: prod
extends: ./base.yaml
tier: staging
foundation: {cluster: dapp-prod, vpc: {name: dapp}}

nodeGroups:
  spot:
    instanceTypes: [m5.large]   # one shape
    size: {min: 1, max: 10, initial: 3}

workloads:
  api:
    autoscaling:
      # what the database bears
      maxReplicas: 20

databases:
  postgres:
    class: db.r6g.2xlarge
    storage: {allocated: 200GiB, max: 500GiB}
    changes: {apply: maintenance-window}

caches:
  redis:
    engine: redis
    engineVersion: "7.1"
    nodeType: cache.r6g.xlarge
    shards: {initial: 4}
    replicasPerShard: 1
`;

const DEV = `apiVersion: elastiform/v1
environment: dev
extends: ./base.yaml
tier: dev
foundation: {cluster: dapp-dev, vpc: {name: dapp}}
workloads:
  api: {autoscaling: {maxReplicas: 2}}
databases:
  postgres: {class: db.t4g.medium, storage: {allocated: 20GiB}}
`;

let project: Project;
const open = (prod = PROD) => {
  project = new Project(
    { 'specs/base.yaml': BASE, 'specs/prod.yaml': prod, 'specs/dev.yaml': DEV },
    knowledge,
  );
  return project;
};
afterEach(() => project?.remove());
const spec = () => project.read('specs/prod.yaml');
const scale = (...words: string[]) => project.run('scale', ...words);

/** Lines of the spec that are not as at the beginning, and those that are gone. */
const changed = (from = PROD) => {
  const now = spec().split('\n');
  const then = from.split('\n');
  return [
    ...then.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !then.includes(line)).map((line) => `+${line}`),
  ];
};

describe('scale', () => {
  it.each<[words: string[], lines: string[]]>([
    [
      ['workloads.api', 'min=5', 'max=40'],
      ['-      maxReplicas: 20', '+      minReplicas: 5', '+      maxReplicas: 40'],
    ],
    [
      ['workloads.api', 'autoscaling.maxReplicas=40'],
      ['-      maxReplicas: 20', '+      maxReplicas: 40'],
    ],
    [
      ['workloads.api', 'max=+10'],
      ['-      maxReplicas: 20', '+      maxReplicas: 30'],
    ],
    [
      ['workloads.api', 'max=x1.25'],
      ['-      maxReplicas: 20', '+      maxReplicas: 25'],
    ],
    [
      ['workloads.api', 'cpu=+200m', 'memory=x1.5'],
      ['+    resources:', '+      requests: {cpu: 700m, memory: 768Mi}'],
    ],
    [
      ['workloads.api', 'autoscaling=null', 'replicas=10'],
      [
        '-    autoscaling:',
        '-      # what the database bears',
        '-      maxReplicas: 20',
        '+    replicas: 10',
        '+    autoscaling: null',
      ],
    ],
    [
      ['nodeGroups.spot', 'max=20', 'types=m5.large,m5a.large'],
      [
        '-    instanceTypes: [m5.large]   # one shape',
        '-    size: {min: 1, max: 10, initial: 3}',
        '+    instanceTypes: [m5.large, m5a.large]   # one shape',
        '+    size: {min: 1, max: 20, initial: 3}',
      ],
    ],
    [
      ['databases.postgres', 'class=db.r6g.4xlarge', 'storage=400GiB', 'max=800GiB'],
      [
        '-    class: db.r6g.2xlarge',
        '-    storage: {allocated: 200GiB, max: 500GiB}',
        '+    class: db.r6g.4xlarge',
        '+    storage: {allocated: 400GiB, max: 800GiB}',
      ],
    ],
    [
      ['databases.postgres.readReplicas.replica-2', 'class=db.r6g.4xlarge'],
      ['+    readReplicas:', '+      replica-2: {class: db.r6g.4xlarge}'],
    ],
    [
      ['caches.redis', 'nodeType=cache.r6g.2xlarge', 'shards=6', 'replicas=2'],
      [
        '-    nodeType: cache.r6g.xlarge',
        '-    shards: {initial: 4}',
        '-    replicasPerShard: 1',
        '+    nodeType: cache.r6g.2xlarge',
        '+    shards: {initial: 6}',
        '+    replicasPerShard: 2',
      ],
    ],
  ])('%j edits the spec of the environment', async (words, lines) => {
    open();
    const result = await scale('prod', ...words);
    expect(result).toMatchObject({ code: 0, stderr: expect.stringContaining('wrote specs/prod.yaml') });
    expect(changed()).toEqual(lines);
    expect(project.read('specs/base.yaml')).toBe(BASE);
  });

  it('shows the lines, the values and the Terraform', async () => {
    const { stdout, stderr } = await open().run('scale', 'prod', 'nodeGroups.spot', 'max=20');
    expect(stdout).toBe(`--- a/specs/prod.yaml
+++ b/specs/prod.yaml
@@ -7,7 +7,7 @@
 nodeGroups:
   spot:
     instanceTypes: [m5.large]   # one shape
-    size: {min: 1, max: 10, initial: 3}
+    size: {min: 1, max: 20, initial: 3}
 
 workloads:
   api:

prod:
  nodeGroups.spot.size.max  10 → 20 nodes

Terraform of prod, 1 file:
  eks-autoscaling.tf  aws_eks_node_group.spot
    max_size: 10 → 20
`);
    expect(stderr).toContain('take it back with: elastiform scale prod --undo\nnext: elastiform synth prod');
  });

  it('tells the same as JSON', async () => {
    const { stdout } = await open().run(
      'scale',
      'prod',
      'nodeGroups.spot',
      'max=20',
      '--format',
      'json',
      '--dry-run',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: '1.0',
      environment: 'prod',
      written: false,
      file: 'specs/prod.yaml',
      environments: [
        {
          environment: 'prod',
          effects: [{ path: 'nodeGroups.spot.size.max', before: '10', after: '20', unit: 'nodes' }],
          terraform: [{ file: 'eks-autoscaling.tf', address: 'aws_eks_node_group.spot', kind: 'changed' }],
          diagnostics: [],
        },
      ],
    });
  });

  it('writes nothing when the spec would have errors', async () => {
    open();
    const result = await scale('prod', 'nodeGroups.spot', 'min=11');
    expect(result).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/min.*11[\s\S]*nothing was written/),
    });
    expect(await scale('prod', 'workloads.api', 'replicas=10')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /workload\/one-scaler[\s\S]*help: autoscaling owns the number of pods: min=N/,
      ),
    });
    const json = await scale('prod', 'workloads.api', 'max=no', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      written: false,
      diagnostics: [{ code: 'shape/wrong-type' }],
    });
    expect(project.files()).toEqual(['specs/base.yaml', 'specs/dev.yaml', 'specs/prod.yaml']);
    expect(spec()).toBe(PROD);
  });

  it('mends a spec that had errors', async () => {
    open(PROD.replace('max: 10', 'max: 0'));
    const result = await scale('prod', 'nodeGroups.spot', 'max=10');
    expect(result).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('not compared, for the spec had errors'),
    });
    expect(spec()).toBe(PROD);
  });

  it('writes nothing in a dry run and when there is nothing to change', async () => {
    open();
    expect(await scale('prod', 'workloads.api', 'max=40', '--dry-run')).toMatchObject({ code: 0 });
    expect(await scale('prod', 'workloads.api', 'max=20')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('says so already'),
    });
    expect(project.files()).toEqual(['specs/base.yaml', 'specs/dev.yaml', 'specs/prod.yaml']);
  });

  it('writes the Terraform as well, in the format that is there', async () => {
    open();
    await project.run('synth', '--format', 'json');
    expect(await scale('prod', 'nodeGroups.spot', 'max=20', '--synth')).toMatchObject({ code: 0 });
    expect(project.read('generated/infra/env/prod/eks-autoscaling.tf.json')).toContain('"max_size": 20');
  });

  it('writes into a parent only when told to, for all who read it', async () => {
    open();
    const result = await scale('prod', 'workloads.api', 'cpu=250m', '--in', 'base.yaml');
    expect(result).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /prod:\n.*500m → 250m[\s\S]*dev:\n.*500m → 250m[\s\S]*the file is read by prod, dev/,
      ),
    });
    expect(spec()).toBe(PROD);
    expect(project.read('specs/base.yaml')).toBe(BASE.replace('cpu: 500m', 'cpu: 250m'));
    expect(
      await scale('prod', 'workloads.api', 'max=30', '--in', 'specs/base.yaml', '--dry-run'),
    ).toMatchObject({
      stdout: expect.stringContaining(
        'prod says workloads.api.autoscaling.maxReplicas itself (specs/prod.yaml:16), so nothing changes there',
      ),
    });
  });

  it.each<[words: string[], note: RegExp]>([
    [['nodeGroups.spot', 'initial=5'], /Cluster Autoscaler owns the number now/],
    [['nodeGroups.spot', 'min=2'], /EKS refuses a min above/],
    [['databases.postgres', 'storage=300GiB'], /RDS owns the size of the disk/],
    [['databases.postgres', 'class=db.r6g.4xlarge'], /takes effect in the next maintenance window/],
    [['workloads.api', 'cpu=600m'], /has no image: somebody else manages the Deployment/],
  ])('%j says what the number does not do', async (words, note) => {
    expect(await open().run('scale', 'prod', ...words, '--dry-run')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(note),
    });
  });

  it.each<[words: string[], text: RegExp]>([
    [['prdo', 'workloads.api', 'max=1'], /did you mean "prod"/],
    [['prod'], /scale needs ENV ITEM WHAT=VALUE/],
    [['prod', 'workloads.api'], /scale needs ENV ITEM WHAT=VALUE/],
    [['prod', 'workloads.apy', 'max=1'], /workloads has no apy\n {2}help: did you mean workloads.api/],
    [['prod', 'worklods.api', 'max=1'], /did you mean workloads/],
    [['prod', 'workloads', 'max=1'], /not one item\n {2}help: name one: workloads.api/],
    [['prod', 'workloads.api.replicas', '1=1'], /workloads.api.replicas is a value/],
    [['prod', 'workloads..api', 'max=1'], /no path/],
    [['prod', 'databases.postgres.readReplicas.Bad_Name', 'class=x'], /cannot be a name/],
    [['prod', 'workloads.api', 'mxa=1'], /did you mean max/],
    [['prod', 'workloads.api', 'behavior=1'], /there are|did you mean/],
    [['prod', 'workloads.api', 'autoscaling=1'], /not one value but several/],
    [['prod', 'workloads.api', 'max'], /no assignment/],
    [['prod', 'workloads.api', 'max='], /has no value/],
    [['prod', 'workloads.api', 'max=1', 'autoscaling.maxReplicas=2'], /same key/],
    [['prod', 'workloads.api', 'max=+x'], /cannot be read\n {2}help: write \+10, -10 or x2/],
    [['prod', 'workloads.api', 'max=-20'], /wrote|makes 0|maxReplicas/],
    [['prod', 'workloads.api', 'poolSize=+1'], /there is no value yet/],
    [['prod', 'workloads.api', 'max=1', '--in', 'dev.yaml'], /does not read a file dev.yaml/],
    [['prod', 'workloads.api', '--undo'], /--undo takes the last edit back/],
  ])('%j is a mistake of usage', async (words, text) => {
    open();
    const result = await scale(...words);
    expect(result.stderr).toMatch(text);
    expect(spec()).toBe(PROD);
    if (words[2] !== 'max=-20') expect(result).toMatchObject({ code: 64, stdout: '' });
  });

  it('prints nothing that moves the cursor', async () => {
    const result = await open().run('scale', 'prod', 'databases.postgres', 'class=\u001b[2J\u202e\u009bx');
    expect(result.code).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(result.stderr + result.stdout).not.toMatch(/[\u001b\u202e\u009b]/);
  });

  it('knows no word that leads nowhere', () => {
    open();
    for (const [kind, words] of Object.entries(WORDS)) {
      for (const [word, path] of Object.entries(words)) {
        const field = specField(knowledge.language, [...kind.split('.'), ...path.split('.')])?.field;
        expect(field?.form.kind, `${kind} ${word}`).toMatch(/^(?:integer|quantity|text|list)$/);
      }
    }
  });
});

describe('scale --undo', () => {
  it('takes several edits back one after the other, to the byte', async () => {
    const odd = `\ufeff${PROD.replaceAll('\n', '\r\n').trimEnd()}`;
    open(odd);
    chmodSync(`${project.folder}/specs/prod.yaml`, 0o640);
    const texts = [spec()];
    for (const words of [
      ['workloads.api', 'min=5'],
      ['workloads.api', 'max=40', 'cpu=1'],
      ['caches.redis', 'shards=6'],
    ]) {
      expect(await scale('prod', ...words)).toMatchObject({ code: 0 });
      texts.push(spec());
    }
    expect(new Set(texts).size).toBe(4);
    for (const text of texts.slice(0, -1).reverse()) {
      const result = await scale('prod', '--undo');
      expect(result).toMatchObject({
        code: 0,
        stderr: expect.stringMatching(/took back: elastiform scale prod/),
      });
      expect(spec()).toBe(text);
    }
    expect(statSync(`${project.folder}/specs/prod.yaml`).mode & 0o777).toBe(0o640);
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing to take back'),
    });
  });

  it('restores any edit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('min=2', 'max=33', 'cpu=700m', 'replicas=3'),
        fc.constantFrom('max=12', 'memory=600Mi'),
        async (first, second) => {
          open();
          const one = await scale('prod', 'workloads.api', first);
          const between = spec();
          const two = await scale('prod', 'workloads.api', second);
          if (two.code === 0) await scale('prod', '--undo');
          expect(spec()).toBe(between);
          if (one.code === 0) await scale('prod', '--undo');
          expect(spec()).toBe(PROD);
          project.remove();
        },
      ),
      { numRuns: 3 },
    );
  });

  it('refuses when somebody has changed the file since, and says what', async () => {
    open();
    await scale('prod', 'workloads.api', 'max=40');
    project.write('specs/prod.yaml', spec().replace('initial: 3', 'initial: 4'));
    const mine = spec();
    const result = await scale('prod', '--undo');
    expect(result).toMatchObject({ code: 1 });
    expect(result.stderr).toMatch(
      /has changed since: elastiform scale prod workloads.api max=40 \(2026-11-25\)/,
    );
    expect(result.stderr).toContain('+    size: {min: 1, max: 10, initial: 4}');
    expect(result.stderr).toContain('+      maxReplicas: 20');
    expect(spec()).toBe(mine);
    rmSync(`${project.folder}/specs/prod.yaml`);
    project.write('specs/prod.yaml', mine);
    const json = await scale('prod', '--undo', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      written: false,
      changedSince: expect.stringContaining('initial: 4'),
    });
  });

  it('notices that the edit has been taken back already', async () => {
    open();
    await scale('prod', 'workloads.api', 'max=30');
    const between = spec();
    await scale('prod', 'workloads.api', 'max=40');
    project.write('specs/prod.yaml', between);
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('is already as it was before'),
    });
    expect(spec()).toBe(between);
    expect(await scale('prod', '--undo')).toMatchObject({ code: 0 });
    expect(spec()).toBe(PROD);
  });

  it('shows what it would do in a dry run', async () => {
    open();
    await scale('prod', 'workloads.api', 'max=40');
    const after = spec();
    expect(await scale('prod', '--undo', '--dry-run')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('40 → 20 pods'),
      stderr: expect.stringContaining('would take back'),
    });
    expect(spec()).toBe(after);
    expect(await scale('prod', '--undo')).toMatchObject({ code: 0 });
  });

  it('puts back a spec that had errors, and says so', async () => {
    const broken = PROD.replace('max: 10', 'max: 0');
    open(broken);
    await scale('prod', 'nodeGroups.spot', 'max=10');
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/error[\s\S]*took back/),
    });
    expect(spec()).toBe(broken);
  });

  it('takes an edit of a parent back', async () => {
    open();
    await scale('prod', 'workloads.api', 'cpu=250m', '--in', 'base.yaml');
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('next: elastiform synth prod dev'),
    });
    expect(project.read('specs/base.yaml')).toBe(BASE);
  });

  it('remembers in a folder that git ignores', async () => {
    open();
    await scale('prod', 'workloads.api', 'max=40');
    expect(project.files('.elastiform')).toEqual(['.elastiform/.gitignore', '.elastiform/undo-prod.json']);
    expect(project.read('.elastiform/.gitignore')).toMatch(/^\*$/m);
  });

  it.each(['', '{', '[]', '{"formatVersion":"1.0","edits":[{}]}', '{"formatVersion":"2.0","edits":[]}'])(
    'stops at a damaged memory: %j',
    async (text) => {
      open();
      project.write('.elastiform/undo-prod.json', text);
      expect(await scale('prod', '--undo')).toMatchObject({
        code: 74,
        stderr: expect.stringContaining('is damaged'),
      });
      expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({ code: 74 });
      expect(spec()).toBe(PROD);
    },
  );

  it('does not write where a memory says, but inside of the project', async () => {
    open();
    const edit = { command: 'x', date: '2026-11-25', file: '../outside.yaml', before: 'a', after: 'b' };
    project.write('.elastiform/undo-prod.json', printJournal({ edits: [edit] }));
    expect(await scale('prod', '--undo')).toMatchObject({ code: 1 });
    expect(existsSync(`${project.folder}/../outside.yaml`)).toBe(false);
  });

  it('forgets the oldest edits when there are too many', () => {
    open();
    const edit = (number: number) => ({
      command: String(number),
      date: '',
      file: 'f',
      before: 'a'.repeat(40_000),
      after: 'b',
    });
    let journal = withEdit({ edits: [] }, edit(0));
    for (let number = 1; number < 60; number += 1) journal = withEdit(journal, edit(number));
    expect(journal.edits.at(-1)?.command).toBe('59');
    expect(printJournal(journal).length).toBeLessThan(1024 * 1024);
    expect(readJournal(printJournal(journal))).toEqual(journal);
  });
});

describe('a spec that cannot be written', () => {
  it('is left alone, with exit code 74', async () => {
    open();
    chmodSync(`${project.folder}/specs/prod.yaml`, 0o444);
    expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({
      code: 74,
      stderr: expect.stringContaining('specs/prod.yaml is write-protected'),
    });
    chmodSync(`${project.folder}/specs/prod.yaml`, 0o644);
    expect(spec()).toBe(PROD);
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing to take back'),
    });
  });

  it.skipIf(process.getuid?.() === 0)(
    'is left alone in a read-only folder (skipped: root may write anywhere)',
    async () => {
      open();
      chmodSync(`${project.folder}/specs`, 0o555);
      expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({
        code: 74,
        stderr: expect.stringMatching(
          /cannot be written: you have no permission to write in its folder \(EACCES\)/,
        ),
      });
      chmodSync(`${project.folder}/specs`, 0o755);
    },
  );

  it('is never reached through a symbolic link', async () => {
    open();
    mkdirSync(`${project.folder}/elsewhere`);
    symlinkSync(`${project.folder}/elsewhere`, `${project.folder}/.elastiform`);
    expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({
      code: 74,
      stderr: expect.stringContaining('symbolic link'),
    });
    rmSync(`${project.folder}/.elastiform`);
    renameSync(`${project.folder}/specs/prod.yaml`, `${project.folder}/elsewhere/prod.yaml`);
    symlinkSync(`${project.folder}/elsewhere/prod.yaml`, `${project.folder}/specs/prod.yaml`);
    expect((await scale('prod', 'workloads.api', 'max=40')).code).not.toBe(0);
    expect(project.read('elsewhere/prod.yaml')).toBe(PROD);
  });

  it('is not written without a memory of it', async () => {
    open();
    writeFileSync(`${project.folder}/.elastiform`, 'a file');
    expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({
      code: 74,
      stderr: expect.stringContaining('where edits are remembered'),
    });
    expect(spec()).toBe(PROD);
  });
});

describe('parsePath', () => {
  it.each<[string, string[] | undefined]>([
    ['a.b-c', ['a', 'b-c']],
    ['a[0].b', ['a', '0', 'b']],
    ['a["x.y/z"].b', ['a', 'x.y/z', 'b']],
    ['["a"]', ['a']],
    ['', undefined],
    ['a.', undefined],
    ['.a', undefined],
    ['a..b', undefined],
    ['a[', undefined],
    ['a["\\q"]', undefined],
    ['a b', undefined],
  ])('%j', (text, path) => expect(parsePath(text)).toEqual(path));
});
