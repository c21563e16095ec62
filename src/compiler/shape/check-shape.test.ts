import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../diagnostic.ts';
import { mergeSpecs } from '../load/merge.ts';
import { checkShape } from './check-shape.ts';
import { check, FRAME, load, rangeOf } from './testing/check-yaml.ts';
import { exampleLanguage } from './testing/example-language.ts';

/** What is expected of one mistake: code, place, a piece of the message, and the first replacement. */
type Expected = readonly [code: string, range: string, message: string, replacement?: string];

type Mistake = readonly [name: string, yaml: string, ...expected: Expected[]];

/** Pieces of a spec that start on line 6, below a right frame, with all that is wrong in them. */
const MISTAKES: readonly Mistake[] = [
  // Keys.
  [
    'a misspelt key',
    'workloads: {a: {imgae: x}}',
    ['unknown-key', '6:17-6:22', '"imgae" is not a key of workloads.a', 'image'],
  ],
  [
    'a key in another style',
    'databases: {a: {engine: mysql, multi_az: true}}',
    ['unknown-key', '6:32-6:40', '"multi_az" is not a key', 'multiAz'],
  ],
  [
    'a key in another case',
    'databases: {a: {engine: mysql, MultiAZ: true}}',
    ['unknown-key', '6:32-6:39', '"MultiAZ" is not a key', 'multiAz'],
  ],
  [
    'a key that is like no other',
    'databases: {a: {engine: mysql, colour: red}}',
    ['unknown-key', '6:32-6:38', '"colour" is not a key of databases.a'],
  ],
  [
    'an unknown key with a whole wrong subtree',
    'nodePools:\n  a: {b: [1, {c: null}], : 3}\n  "": 4',
    ['unknown-key', '6:1-6:10', '"nodePools" is not a key of the spec'],
  ],
  [
    'a misspelt key that has to be there',
    'databases: {a: {enigne: mysql}}',
    ['unknown-key', '6:17-6:23', '"enigne"', 'engine'],
  ],
  [
    'two misspelt keys that have to be there',
    'nodeGroups: {a: {instanceTypes: [m5.large], size: {mni: 1, mxa: 2, owner: terraform}}}',
    ['unknown-key', '6:52-6:55', '"mni"', 'min'],
    ['unknown-key', '6:60-6:63', '"mxa"', 'max'],
  ],
  [
    'a key that is there twice, once misspelt',
    'databases: {a: {engine: mysql, Engine: mysql}}',
    ['unknown-key', '6:32-6:38', '"Engine" is not a key'],
  ],
  [
    'a missing key',
    'databases: {main: {multiAz: true}}',
    ['missing-key', '6:13-6:17', 'databases.main has no engine: Engine of the database'],
  ],
  [
    'a missing key of a list item',
    'everything: {rules: [{name: a}, {}]}',
    ['missing-key', '6:33-6:35', 'everything.rules[1] has no name'],
  ],
  [
    'a key that belongs below',
    'workloads:\n  a:\n    minReplicas: 3\n    autoscaling: {maxReplicas: 5}',
    ['misplaced-key', '8:5-8:16', 'it belongs in workloads.a.autoscaling'],
  ],
  [
    'a key that belongs above',
    'databases: {a: {engine: mysql, storage: {allocated: 9GiB, multiAz: true}}}',
    ['misplaced-key', '6:59-6:66', 'it belongs in databases.a'],
  ],
  [
    'a key that belongs into another map',
    'region: us-east-1',
    ['misplaced-key', '6:1-6:7', 'it belongs in aws'],
  ],
  [
    'a key that belongs into items',
    'minReplicas: 1',
    ['misplaced-key', '6:1-6:12', 'it belongs in workloads.<name>.autoscaling'],
  ],
  [
    'keys of the object prototype',
    'toString: 1\nhasOwnProperty: 2',
    ['unknown-key', '6:1-6:9', '"toString"'],
    ['unknown-key', '7:1-7:15', '"hasOwnProperty"'],
  ],
  ['a key with the characters of pointers', '"a/b~1": 1', ['unknown-key', '6:1-6:8', '"a/b~1"']],

  [
    'several missing keys of one map',
    'nodeGroups: {a: {instanceTypes: [m5.large], size: {}}}',
    ['missing-key', '6:45-6:49', 'nodeGroups.a.size has no min, no max and no owner'],
  ],
  [
    'a map in which no key is right',
    'nodeGroups: {a: {instanceTypes: [m5.large], size: {lower: 1}}}',
    ['unknown-key', '6:52-6:57', '"lower" is not a key of nodeGroups.a.size'],
  ],
  [
    'several keys that belong into the same other map',
    'workloads:\n  a:\n    minReplicas: 3\n    maxReplicas: 5',
    [
      'misplaced-key',
      '8:5-8:16',
      '"minReplicas" and "maxReplicas" are not keys of workloads.a; they belong in workloads.a.autoscaling',
    ],
  ],
  [
    'an item of another kind, below which the line of its kind is missing',
    'workloads:\n  main:\n    engine: mysql\n    multiAz: true',
    ['misplaced-item', '7:3-7:7', 'workloads.main has keys of databases, not of workloads'],
  ],
  [
    'an item of another kind, with the line of its kind indented',
    'workloads:\n  a: {}\n  databases:\n  main:\n    engine: mysql\n    multiAz: true',
    ['misplaced-item', '9:3-9:7', 'workloads.main has keys of databases'],
  ],
  [
    'a name that has lost its indentation',
    'databases:\nmain:\n  engine: mysql',
    ['misplaced-key', '7:1-7:5', '"main" is not a key of the spec; databases above it is empty'],
  ],
  [
    'a name that is missing before a section of the item',
    'workloads:\n  autoscaling:\n    minReplicas: 3\n    maxReplicas: 5',
    ['missing-name', '7:3-7:14', '"autoscaling" is a key of one item: its name is missing'],
  ],
  [
    'a name that stands beside its keys',
    'databases:\n  main:\n  engine: mysql\n  multiAz: true',
    ['missing-name', '8:3-8:9', 'its name is missing'],
  ],

  // Names.
  [
    'a name with an underscore',
    'databases: {Postgres_Main: {engine: mysql}}',
    ['bad-name', '6:13-6:26', '"Postgres_Main" cannot be a name in databases', 'postgres-main'],
  ],
  [
    'a name in camel case',
    'databases: {postgresMain: {engine: mysql}}',
    ['bad-name', '6:13-6:25', '"postgresMain"', 'postgres-main'],
  ],
  ['a name that cannot be repaired', 'databases: {1a: {engine: mysql}}', ['bad-name', '6:13-6:15', '"1a"']],
  [
    'a name whose repair is taken',
    'databases: {a-b: {engine: mysql}, a_b: {engine: mysql}}',
    ['bad-name', '6:35-6:38', '"a_b"'],
  ],
  [
    'a name that is too long',
    `databases: {${'a'.repeat(41)}: {engine: mysql}}`,
    ['bad-name', '6:13-6:54', '41 characters long; 40 are allowed'],
  ],
  [
    'a bad name and a mistake below it',
    'databases: {A: {engine: mysqll}}',
    ['bad-name', '6:13-6:14', '"A"', 'a'],
    ['not-a-choice', '6:25-6:31', 'engine is "mysqll"', 'mysql'],
  ],
  [
    'no name at all',
    'databases:\n  engine: mysql\n  multiAz: true\n  storage: {allocated: 9GiB}',
    ['missing-name', '7:3-7:9', 'its name is missing'],
  ],

  // Text.
  [
    'a text that YAML reads as a number',
    'nodeGroups: {a: {labels: {version: 1.30}, instanceTypes: [a.b], size: {min: 1, max: 1, owner: terraform}}}',
    ['needs-quotes', '6:36-6:40', 'YAML reads 1.30 as the number 1.3', '"1.30"'],
  ],
  [
    'a text that YAML reads as a truth value',
    'workloads: {a: {image: true}}',
    ['needs-quotes', '6:24-6:28', 'YAML reads true as a truth value', '"true"'],
  ],
  ['an empty text', 'workloads: {a: {image: ""}}', ['empty', '6:24-6:26', 'image is an empty text']],
  [
    'a list of one text',
    'databases: {a: {engine: [mysql]}}',
    ['wrong-type', '6:25-6:32', 'engine is a list', 'mysql'],
  ],
  [
    'a map for a text',
    'workloads: {a: {image: {name: x}}}',
    ['wrong-type', '6:24-6:33', 'image is a map, but must be text'],
  ],
  [
    'a misspelt choice',
    'databases: {a: {engine: postgers}}',
    ['not-a-choice', '6:25-6:33', 'engine is "postgers", but must be postgres or mysql', 'postgres'],
  ],
  [
    'a choice that is like no other',
    'databases: {a: {engine: oracle}}',
    ['not-a-choice', '6:25-6:31', '"oracle"'],
  ],
  ['a number for a choice', 'databases: {a: {engine: 5}}', ['not-a-choice', '6:25-6:26', '"5"']],
  [
    'a text that breaks a pattern',
    'nodeGroups: {a: {instanceTypes: [M5.Large], size: {min: 1, max: 1, owner: terraform}}}',
    ['bad-format', '6:34-6:42', '"M5.Large"', 'm5.large'],
  ],
  [
    'a text that is too long',
    `nodeGroups: {a: {labels: {a: ${'x'.repeat(64)}}, instanceTypes: [a.b], size: {min: 1, max: 1, owner: terraform}}}`,
    ['too-long', '6:30-6:94', '64 characters long; 63 are allowed'],
  ],

  // Numbers.
  [
    'a number in quotes',
    'workloads: {a: {autoscaling: {minReplicas: "3", maxReplicas: 4}}}',
    ['extra-quotes', '6:44-6:47', 'in quotes YAML reads "3" as text', '3'],
  ],
  [
    'a number in quotes that is out of range',
    'workloads: {a: {autoscaling: {minReplicas: "0", maxReplicas: 4}}}',
    ['out-of-range', '6:44-6:47', 'must be from 1 to 1000'],
  ],
  [
    'a number that is out of range',
    'workloads: {a: {autoscaling: {minReplicas: 0, maxReplicas: 4}}}',
    ['out-of-range', '6:44-6:45', 'minReplicas is 0, but must be from 1 to 1000'],
  ],
  [
    'a fraction',
    'workloads: {a: {autoscaling: {minReplicas: 2.5, maxReplicas: 4}}}',
    ['not-whole', '6:44-6:47', 'must be a whole number', '2'],
  ],
  [
    'a fraction that is out of range',
    'workloads: {a: {autoscaling: {minReplicas: 0.5, maxReplicas: 4}}}',
    ['out-of-range', '6:44-6:47', '0.5'],
  ],
  [
    'a number with a unit',
    'workloads: {a: {autoscaling: {minReplicas: 3 pods, maxReplicas: 1_000}}}',
    ['wrong-type', '6:44-6:50', '"3 pods"', '3'],
    ['wrong-type', '6:65-6:70', '"1_000"', '1000'],
  ],
  [
    'a truth value for a number',
    'workloads: {a: {autoscaling: {minReplicas: true, maxReplicas: 4}}}',
    ['wrong-type', '6:44-6:48', 'is true, but must be a whole number from 1 to 1000'],
  ],
  [
    'numbers that other tools read otherwise',
    'workloads: {a: {cpu: 010, autoscaling: {minReplicas: 1e1, maxReplicas: 0x1F}}}',
    ['unusual-number', '6:22-6:25', 'written 010, which YAML reads as 10', '10'],
    ['unusual-number', '6:54-6:57', '1e1', '10'],
    ['unusual-number', '6:72-6:76', '0x1F', '31'],
  ],

  // Flags.
  ...['yes', 'on', 'Y'].map(
    (word) =>
      [
        'a word for true',
        `databases: {a: {engine: mysql, multiAz: ${word}}}`,
        ['not-true-or-false', `6:41-6:${41 + word.length}`, `YAML 1.2 reads ${word} as text`, 'true'],
      ] as const,
  ),
  ...['no', 'off'].map(
    (word) =>
      [
        'a word for false',
        `databases: {a: {engine: mysql, multiAz: ${word}}}`,
        ['not-true-or-false', `6:41-6:${41 + word.length}`, `YAML 1.2 reads ${word} as text`, 'false'],
      ] as const,
  ),
  [
    'a truth value in quotes',
    'databases: {a: {engine: mysql, multiAz: "true"}}',
    ['extra-quotes', '6:41-6:47', 'because it is in quotes', 'true'],
  ],
  [
    'a number for a flag',
    'databases: {a: {engine: mysql, multiAz: 0}}',
    ['not-true-or-false', '6:41-6:42', 'reads 0 as a number', 'false'],
  ],
  [
    'a map for a flag',
    'databases: {a: {engine: mysql, multiAz: {enabled: true}}}',
    ['wrong-type', '6:41-6:56', 'must be true or false'],
  ],
  [
    'a word for a section that can be switched',
    'databases: {a: {engine: mysql, insights: on}}',
    ['not-true-or-false', '6:42-6:44', 'reads on as text', 'true'],
  ],
  [
    'a text for a section that can be switched',
    'databases: {a: {engine: mysql, insights: full}}',
    ['wrong-type', '6:42-6:46', 'must be true or a map of keys'],
  ],

  // Quantities.
  [
    'memory in thousandths',
    'workloads: {a: {memory: 512m}}',
    ['bad-quantity', '6:25-6:29', '512m of memory is 0.512 bytes', '512Mi'],
  ],
  [
    'memory as a number',
    'workloads: {a: {memory: 512}}',
    ['bad-quantity', '6:25-6:28', '512 bytes', '512Mi'],
  ],
  [
    'a share as a fraction',
    'workloads: {a: {target: 0.70}}',
    ['bad-quantity', '6:25-6:29', 'in percent', '70%'],
  ],
  [
    'a disk in decimal units',
    'databases: {a: {engine: mysql, storage: {allocated: 200GB}}}',
    ['bad-quantity', '6:53-6:58', '186.26 GiB', '200GiB'],
  ],
  [
    'a quantity with spaces around it',
    'workloads: {a: {memory: " 512Mi "}}',
    ['bad-quantity', '6:25-6:34', '512Mi', '512Mi'],
  ],
  [
    'a truth value for a quantity',
    'workloads: {a: {cpu: true}}',
    ['wrong-type', '6:22-6:26', 'an amount of CPU such as 500m or 2'],
  ],
  [
    'a day in lower case',
    'everything: {a-maintenance-window: "sun 04:30-05:30"}',
    ['bad-quantity', '6:36-6:53', 'days are capitalised', 'Sun 04:30-05:30'],
  ],
  [
    'a number where only text is an amount',
    'everything: {a-duration: 5}',
    ['bad-quantity', '6:26-6:27', 'unit is missing', '5s'],
  ],

  // Nothing.
  ['an empty map', 'workloads:', ['empty', '6:11-6:11', 'workloads is empty']],
  ['an empty item', 'databases:\n  main:', ['empty', '7:8-7:8', 'main is empty']],
  ['an empty value', 'databases: {a: {engine: }}', ['empty', '6:24-6:24', 'engine is empty']],
  [
    'an empty item of a list',
    'workloads:\n  a:\n    databases:\n    -',
    ['empty', '9:6-9:6', 'databases[0] is empty'],
  ],
  [
    'null without a parent',
    'workloads: null',
    ['nothing-to-delete', '6:12-6:16', 'null deletes nothing: no parent file sets workloads'],
  ],
  [
    'a tilde without a parent',
    'workloads: {a: {database: ~}}',
    ['nothing-to-delete', '6:27-6:28', '~ deletes nothing'],
  ],
  [
    'null in a list',
    'workloads: {a: {databases: [null]}}',
    ['wrong-type', '6:29-6:33', 'databases[0] is null, but must be text'],
  ],

  // Lists and maps.
  [
    'one value for a list',
    'nodeGroups: {a: {instanceTypes: m5.large, size: {min: 1, max: 1, owner: terraform}}}',
    ['wrong-type', '6:33-6:41', 'must be a list', '[m5.large]'],
  ],
  [
    'values with commas for a list',
    'nodeGroups:\n  a:\n    instanceTypes: m5.large, m5a.large\n    size: {min: 1, max: 1, owner: terraform}',
    ['wrong-type', '8:20-8:39', 'must be a list', '[m5.large, m5a.large]'],
  ],
  [
    'a map for a list',
    'everything: {rules: {name: a}}',
    ['wrong-type', '6:21-6:30', 'rules is a map, but must be a list'],
  ],
  [
    'a list for a map',
    'databases:\n  - engine: mysql',
    ['wrong-type', '7:5-7:18', 'databases is a list, but must be a map of names'],
  ],
  [
    'true for a section',
    'databases: {a: true}',
    ['wrong-type', '6:16-6:20', 'a is true, but must be a map of keys'],
  ],
  [
    'a text for a section',
    'databases: {a: {engine: mysql, storage: 200GiB}}',
    ['wrong-type', '6:41-6:47', 'storage is the text "200GiB"'],
  ],
  [
    'an item that repeats',
    'workloads: {a: {databases: [x, y, x]}}',
    ['repeated-item', '6:35-6:36', '"x" is already in databases'],
  ],
  [
    'items that repeat',
    'everything: {amounts: [1, 1, 1]}',
    ['repeated-item', '6:27-6:28', '"1"'],
    ['repeated-item', '6:30-6:31', '"1"'],
  ],
  ['flags that repeat', 'everything: {flags: [true, true]}', ['repeated-item', '6:28-6:32', '"true"']],
  [
    'a list without items',
    'nodeGroups: {a: {instanceTypes: [], size: {min: 1, max: 1, owner: terraform}}}',
    ['too-few', '6:33-6:35', 'instanceTypes has no items; at least 1 is needed'],
  ],
  [
    'a list with too many items',
    'everything: {amounts: [1, 2, 3, 4]}',
    ['too-many', '6:23-6:35', 'amounts has 4 items; 3 are allowed'],
  ],
  ['a map without items', 'everything: {tags: {}}', ['too-few', '6:20-6:22', 'tags has no items']],
];

/** Whole specs, for mistakes in what every spec has. */
const WHOLE: readonly Mistake[] = [
  [
    'a version that loses its zero',
    FRAME.replace('"1.33"', '1.30'),
    [
      'needs-quotes',
      '5:48-5:52',
      'kubernetesVersion is text, but YAML reads 1.30 as the number 1.3',
      '"1.30"',
    ],
  ],
  [
    'an account that loses its zero',
    FRAME.replace('us-east-1}', 'us-east-1, accountId: 012345678901}'),
    ['needs-quotes', '4:37-4:49', 'YAML reads 012345678901 as the number 12345678901', '"012345678901"'],
  ],
  [
    'a number that quotes would not make right',
    FRAME.replace('us-east-1}', 'us-east-1, accountId: 1234}'),
    ['bad-format', '4:37-4:41', 'accountId is "1234", but must be the 12 digits of an AWS account'],
  ],
  [
    'a version with a letter',
    FRAME.replace('"1.33"', 'v1.33'),
    ['bad-format', '5:48-5:53', 'a minor version', '"1.33"'],
  ],
  [
    'a region in upper case',
    FRAME.replace('us-east-1', 'US-EAST-1'),
    ['bad-format', '4:15-4:24', 'a region such as', 'us-east-1'],
  ],
  [
    'a misspelt version key',
    FRAME.replace('apiVersion', 'apiversion'),
    ['unknown-key', '1:1-1:11', '"apiversion"', 'apiVersion'],
  ],
  ['no tier', FRAME.replace('tier: prod\n', ''), ['missing-key', '1:1-1:1', 'the spec has no tier']],
  ['an empty tier', FRAME.replace('tier: prod', 'tier:'), ['empty', '3:6-3:6', 'tier is empty']],
  [
    'a text for a section',
    FRAME.replace('{region: us-east-1}', 'us-east-1'),
    ['wrong-type', '4:6-4:15', 'aws is the text "us-east-1"'],
  ],
];

function summary({ document, diagnostics }: ReturnType<typeof check>): Expected[] {
  return diagnostics.map(({ code, at, message, suggestions }): Expected => {
    const replacement = suggestions?.[0]?.replacement;
    const start = [code.replace('shape/', ''), rangeOf(document, at), message] as const;
    return replacement === undefined ? start : [...start, replacement];
  });
}

function expectMistakes(text: string, expected: readonly Expected[]): void {
  const found = summary(check(text));
  expect(found).toEqual(
    expected.map(([code, range, message, ...rest]) => [
      code,
      range,
      expect.stringContaining(message),
      ...rest,
    ]),
  );
}

describe('below a right frame', () => {
  for (const [name, yaml, ...expected] of MISTAKES) {
    it(`finds ${name}`, () => expectMistakes(FRAME + yaml, expected));
  }
});

describe('in what every spec has', () => {
  for (const [name, yaml, ...expected] of WHOLE) {
    it(`finds ${name}`, () => expectMistakes(yaml, expected));
  }
});

describe('what is right', () => {
  it.each([
    [''],
    ['workloads: {a: {image: null}}'],
    ['workloads: {a: {image: }}'],
    ['workloads: {a: {}}'],
    ['workloads: {a: {cpu: 0.50, memory: 512Mi, target: 70%}}'],
    ['databases: {a: {engine: mysql, insights: true, multiAz: False}}'],
    ['databases: {a: {engine: mysql, insights: {}}}'],
    ['databases: {engine: {engine: mysql}}'],
    ['everything: {rules: [{name: a}, {name: a}]}'],
  ])('passes %s', (yaml) => expect(summary(check(FRAME + yaml))).toEqual([]));

  it('gives the document back', () => {
    const document = load(FRAME);
    expect(checkShape(exampleLanguage, document).value).toBe(document);
  });
});

describe('files that extend others', () => {
  it('points into the parent, after what is wrong in the child', () => {
    const document = load('extends: ./base.yaml\nenvironment: prod\ntierr: 1', {
      'base.yaml': `${FRAME}databases: 5\n`,
    });
    const { diagnostics } = checkShape(exampleLanguage, document);
    expect(diagnostics.map(({ at }) => rangeOf(document, at))).toEqual([
      '3:1-3:6',
      'specs/base.yaml:6:12-6:13',
    ]);
  });

  it('takes a null that deleted something, and asks for the key when it is required', () => {
    const document = load('extends: ./base.yaml\nenvironment: prod\nworkloads: null\ntier: null', {
      'base.yaml': `${FRAME}workloads: {a: {}}\n`,
    });
    const { diagnostics } = checkShape(exampleLanguage, document);
    expect(diagnostics.map(({ code }) => code)).toEqual(['shape/missing-key']);
  });

  it.each<[title: string, text: string, found: string]>([
    [
      'section',
      'databasse: {main: {multiAz: false}}',
      'shape/unknown-key: "databasse" is not a key of the spec',
    ],
    ['name', 'databases: {mian: {multiAz: false}}', 'shape/missing-key: databases.mian has no engine'],
    ['name in capitals', 'databases: {MAIN: {multiAz: false}}', 'shape/bad-name: "MAIN" cannot be a name'],
    ['way to the parent', 'databases: {main: {engine: mysql}}', ''],
  ])('tells a misspelt %s once, also where the parent is incomplete without it', (_, more, found) => {
    const document = load(`extends: ./base.yaml\nenvironment: prod\n${more}`, {
      'base.yaml': `${FRAME.replace(/environment: .*\n/, '')}databases: {main: {storage: {type: gp3}}}\n`,
    });
    const errors = checkShape(exampleLanguage, document).diagnostics.map(
      ({ code, message }) => `${code}: ${message}`,
    );
    if (found === '')
      expect(errors).toEqual([
        'shape/missing-key: databases.main.storage has no allocated: Disk at the start',
      ]);
    else expect(errors).toEqual([expect.stringContaining(found)]);
  });

  it('says nothing else about a spec whose "extends" is misspelt', () => {
    const document = load('apiVersion: elastiform/v1\nextend: ./base.yaml\nenvironment: prod\ntier: prod', {
      'base.yaml': FRAME,
    });
    const [only, ...others] = checkShape(exampleLanguage, document).diagnostics;
    expect(only?.suggestions?.[0]?.replacement).toBe('extends');
    expect(others).toEqual([]);
  });

  it('is the same whatever was merged before', () => {
    const { root } = load(FRAME);
    const document = load(FRAME);
    const merged = { ...document, root: mergeSpecs(root, document.root).value ?? root };
    expect(checkShape(exampleLanguage, merged).diagnostics).toEqual([]);
  });
});

describe('long lists of mistakes', () => {
  it('shows the first hundred and says how many there are', () => {
    const lines = Array.from({ length: 150 }, (_, index) => `unknown${index}: 1`).join('\n');
    const { diagnostics } = check(FRAME + lines);
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.slice(0, 100).map(keyOf)).toEqual(
      Array.from({ length: 100 }, (_, index) => `unknown${index}`),
    );
    expect(diagnostics[100]).toMatchObject({
      code: 'shape/too-many-problems',
      severity: 'info',
      message: '50 more problems are not listed',
    });
  });
});

function keyOf({ at }: Diagnostic): string | undefined {
  return at && 'path' in at ? at.path.at(-1) : undefined;
}
