import { afterEach, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import { specField } from './spec-field.ts';
import { BASE, changed, close, open, PROD, project, scale, spec } from './testing/example-project.ts';
import { WORDS } from './words.ts';

afterEach(close);

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
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'shape/wrong-type' })]),
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
