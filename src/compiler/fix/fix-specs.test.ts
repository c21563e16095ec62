import { describe, expect, it } from 'vitest';
import { FRAME } from '../shape/testing/check-yaml.ts';
import { after, errorsOf, fix } from './testing/fix-yaml.ts';

const fixed = (text: string): string => {
  const texts = { 'prod.yaml': text };
  return after(fix(texts), texts)['prod.yaml'] ?? '';
};

const GROUP = (size: string) => `nodeGroups:\n  spot:\n    instanceTypes: [m5.large]\n    size: ${size}\n`;

describe('what is certain', () => {
  it.each<[name: string, wrong: string, right: string]>([
    ['a version without quotes', FRAME.replace('"1.33"', '1.30'), FRAME.replace('"1.33"', '"1.30"')],
    [
      'a number in quotes',
      GROUP('{min: "1", max: 3, owner: terraform}'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'a word for true',
      'databases: {a: {engine: mysql, multiAz: yes}}\n',
      'databases: {a: {engine: mysql, multiAz: true}}\n',
    ],
    [
      'a key with a slip',
      GROUP('{min: 1, maxx: 3, owner: terraform}'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'a key in another style',
      'workloads: {a: {auto_scaling: {minReplicas: 1, maxReplicas: 2}}}\n',
      'workloads: {a: {autoscaling: {minReplicas: 1, maxReplicas: 2}}}\n',
    ],
    ['a choice with a slip', 'databases: {a: {engine: postgre}}\n', 'databases: {a: {engine: postgres}}\n'],
    [
      'an unusual number',
      GROUP('{min: 0x1, max: 3, owner: terraform}'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    ['a unit with a space', 'workloads: {a: {memory: 512 Mi}}\n', 'workloads: {a: {memory: 512Mi}}\n'],
    [
      'a unit in words',
      'workloads: {a: {autoscaling: {minReplicas: 1, maxReplicas: 2, window: 5 minutes}}}\n',
      'workloads: {a: {autoscaling: {minReplicas: 1, maxReplicas: 2, window: 5m}}}\n',
    ],
    [
      'one value for a list',
      'nodeGroups: {a: {instanceTypes: m5.large, size: {min: 1, max: 2, owner: terraform}}}\n',
      'nodeGroups: {a: {instanceTypes: [m5.large], size: {min: 1, max: 2, owner: terraform}}}\n',
    ],
    [
      'an item that is there twice',
      GROUP('{min: 1, max: 3, owner: terraform}').replace('[m5.large]', '[m5.large, m5.large]'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'an item that is there twice, with dashes',
      GROUP('{min: 1, max: 3, owner: terraform}').replace(
        ' [m5.large]',
        '\n      - m5.large # one\n      - m5.large # two',
      ),
      GROUP('{min: 1, max: 3, owner: terraform}').replace(' [m5.large]', '\n      - m5.large # one'),
    ],
    [
      'a comma at the end',
      GROUP('{min: 1, max: 3, owner: terraform},'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'a null that deletes nothing',
      'workloads: {a: {cpu: 1, autoscaling: null}}\n',
      'workloads: {a: {cpu: 1}}\n',
    ],
    [
      'a missing space',
      'workloads:\n  a:\n    image: x\n    cpu:1\n',
      'workloads:\n  a:\n    image: x\n    cpu: 1\n',
    ],
    [
      'a missing comma',
      GROUP('{min: 1 max: 3, owner: terraform}'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'a comma too many',
      GROUP('{min: 1,, max: 3, owner: terraform}'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'a wrong bracket',
      GROUP('{min: 1, max: 3, owner: terraform]'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'an open bracket',
      GROUP('{min: 1, max: 3, owner: terraform'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'an open quote',
      'workloads:\n  a: {}\n  b:\n    image: "nginx:1.27\n',
      'workloads:\n  a: {}\n  b:\n    image: "nginx:1.27"\n',
    ],
    [
      'a list with brackets and dashes',
      GROUP('{min: 1, max: 3, owner: terraform}').replace('[m5', '[- m5'),
      GROUP('{min: 1, max: 3, owner: terraform}'),
    ],
    [
      'a line that is there twice',
      'workloads:\n  a:\n    cpu: 1\n    cpu: 1\n',
      'workloads:\n  a:\n    cpu: 1\n',
    ],
    [
      'one space too many',
      'workloads:\n  a:\n    image: x\n     cpu: 1\n    memory: 1Gi\n',
      'workloads:\n  a:\n    image: x\n    cpu: 1\n    memory: 1Gi\n',
    ],
    [
      'a tab for a level',
      'workloads:\n  a:\n    image: x\n\tcpu: 1\n    memory: 1Gi\n',
      'workloads:\n  a:\n    image: x\n    cpu: 1\n    memory: 1Gi\n',
    ],
    [
      'tabs throughout',
      'workloads:\n\ta:\n\t\timage: x\n\t\t# why\n\t\tcpu: 1\n',
      'workloads:\n  a:\n    image: x\n    # why\n    cpu: 1\n',
    ],
    ['carriage returns', 'workloads:\r  a:\r    cpu: 1\n', 'workloads:\n  a:\n    cpu: 1\n'],
    [
      'letters of two characters',
      'workloads: {a: {image: "caf\u0065\u0301"}}\n',
      'workloads: {a: {image: "caf\u00e9"}}\n',
    ],
    ['an invisible character', 'workloads: {a: {image: ng\u202einx}}\n', 'workloads: {a: {image: nginx}}\n'],
    ['a document that ends', 'workloads: {a: {cpu: 1}}\n---\n', 'workloads: {a: {cpu: 1}}\n'],
  ])('%s is put right', (_, wrong, right) => {
    const frame = wrong.startsWith('api') ? '' : FRAME;
    expect(fixed(frame + wrong)).toBe(frame + right);
    expect(errorsOf({ 'prod.yaml': frame + right })).toEqual([]);
  });
});

describe('what is not certain', () => {
  it.each<[name: string, yaml: string]>([
    ['a key as near to two', GROUP('{mix: 1, max: 3, owner: terraform}').replace('max: 3, ', '')],
    ['memory in thousandths', 'workloads: {a: {memory: 512m}}\n'],
    ['memory without a unit', 'workloads: {a: {memory: 512}}\n'],
    ['memory in thousands', 'workloads: {a: {memory: 512MB}}\n'],
    [
      'a time without a unit',
      'workloads: {a: {autoscaling: {minReplicas: 1, maxReplicas: 2, window: 300}}}\n',
    ],
    ['a fraction for a share', 'workloads: {a: {target: 0.7}}\n'],
    ['an octal number', GROUP('{min: 010, max: 30, owner: terraform}')],
    ['a name of an item', 'workloads: {a: {database: mian}}\ndatabases: {main: {engine: mysql}}\n'],
    ['a key without a colon', 'workloads:\n  a:\n    cpu 1\n'],
    ['two values with one key', 'workloads:\n  a:\n    cpu: 1\n    cpu: 2\n'],
    [
      'a tab on a line that fits in two columns',
      'workloads:\n  a:\n    autoscaling:\n      minReplicas: 1\n      maxReplicas: 2\n\tcpu: 1\n',
    ],
    ['a first key with one space too many, and one other', 'workloads:\n  a:\n     cpu: 1\n    image: x\n'],
    [
      'several texts for a list',
      'nodeGroups: {a: {instanceTypes: "m5.large, m5a.large", size: {min: 1, max: 2, owner: terraform}}}\n',
    ],
  ])('%s stays as it is', (_, yaml) => {
    expect(fixed(FRAME + yaml)).toBe(FRAME + yaml);
  });
});

describe('a repair', () => {
  const CHILD = `extends: ./base.yaml\n${FRAME}`;

  it('is made in the parent that is wrong, once, for all who extend it', () => {
    const texts = {
      'base.yaml': '\ufeffworkloads:\r\n  a: {cpus: 1}  # ours\r\n',
      'prod.yaml': CHILD,
      'dev.yaml': CHILD.replace('environment: prod', 'environment: dev'),
    };
    const result = fix(texts);
    expect(result.fixed).toMatchObject([{ code: 'shape/unknown-key', before: 'cpus', after: 'cpu' }]);
    expect(after(result, texts)).toEqual({
      ...texts,
      'base.yaml': '\ufeffworkloads:\r\n  a: {cpu: 1}  # ours\r\n',
    });
  });

  it('that would bring another environment an error is taken back', () => {
    const texts = {
      'base.yaml': 'workloads:\n  a: {autoscaling: {minReplicas: 1, maxReplicas: 2, windw: 5m}}\n',
      'prod.yaml': CHILD,
      // It repairs the key for itself, and would say it twice.
      'dev.yaml': `${CHILD.replace('environment: prod', 'environment: dev')}workloads:\n  a: {autoscaling: {windw: null, window: 1}}\n`,
    };
    const result = fix(texts);
    expect(result.files).toEqual([]);
    expect(result.refused).toMatchObject([
      { before: 'windw', after: 'window', reason: expect.stringMatching(/shape\/[a-z-]+ would be found/) },
    ]);
  });

  it('that does not help is taken back, and those beside it are made', () => {
    const wrong = 'workloads:\n  a: {cpu: 1, autoscaling: {minReplicas: 1, maxReplica: two}, memroy: 1Gi}\n';
    const result = fix({ 'prod.yaml': FRAME + wrong });
    expect(result.fixed).toMatchObject([{ after: 'memory' }]);
    expect(result.refused).toMatchObject([
      { after: 'maxReplicas', reason: 'shape/wrong-type would be found in specs/prod.yaml:7 instead' },
    ]);
  });

  it('is followed by those that it has brought to light', () => {
    const wrong = 'workloads:\n  a:\n    image: x\n    cpu:1\n  b: {memory: 1 Gi, target: 70 %}\n';
    expect(fixed(FRAME + wrong)).toBe(
      `${FRAME}workloads:\n  a:\n    image: x\n    cpu: 1\n  b: {memory: 1Gi, target: 70%}\n`,
    );
  });
});
