import {
  type EnvironmentCode,
  environmentAdvice,
  type ReferenceCode,
  referenceAdvice,
  type ShapeCode,
  shapeAdvice,
} from '../shape/shape-messages.ts';
import { pagesOf } from './page.ts';
import { file, tag, whole } from './yaml-examples.ts';

const LANGUAGE = 'the JSON Schema of the language (elastiform schema), 2026-11-24';
const MEASURED = 'measured with yaml 2.9.1, 2026-11-24';

const foundation = (keys: string): string => `foundation:\n  ${keys}\n`;
const workload = (keys: string): string => `workloads:\n  api: {${keys}}\n`;
const disk = (allocated: string): string =>
  `databases:
  postgres:
    engine: postgres
    engineVersion: "16.8"
    class: db.r6g.2xlarge
    storage: {allocated: ${allocated}, max: 500GiB}
`;
const database = (engine: string): string => disk('200GiB').replace('engine: postgres', engine);

export const shapePages = pagesOf<ShapeCode>(shapeAdvice, {
  'shape/unknown-key': {
    summary: 'every key is one of the language',
    source: LANGUAGE,
    bad: [workload('replcias: 2')],
    good: [workload('replicas: 2')],
  },
  'shape/misplaced-key': {
    summary: 'every key stands where the language looks for it',
    source: LANGUAGE,
    bad: ['region: us-east-1\n'],
    good: ['aws: {region: us-east-1}\n'],
  },
  'shape/misplaced-item': {
    summary: 'every item stands below the key of its kind',
    source: LANGUAGE,
    bad: [disk('200GiB').replace('databases:', 'workloads:')],
    good: [disk('200GiB')],
  },
  'shape/missing-key': {
    summary: 'what has no default is there',
    source: LANGUAGE,
    bad: ['retired:\n  databases.main: {action: forget}\n'],
    good: ['retired:\n  databases.main: {reason: merged, action: forget}\n'],
  },
  'shape/missing-name': {
    summary: 'every item has a name of its own',
    source: LANGUAGE,
    bad: ['workloads:\n  replicas: 2\n  resources: {requests: {cpu: 500m}}\n'],
    good: ['workloads:\n  api:\n    replicas: 2\n    resources: {requests: {cpu: 500m}}\n'],
  },
  'shape/wrong-type': {
    summary: 'every value is of the kind that its key asks for',
    source: LANGUAGE,
    bad: [foundation('subnets: dapp-prod-private-a'), 'workloads:\n  - replicas: 2\n'],
    good: [foundation('subnets: [dapp-prod-private-a]')],
  },
  'shape/needs-quotes': {
    summary: 'text that looks like a number or a truth value is quoted',
    source: `YAML 1.2.2 §10.3.2; 1.30 became 1.3 and 012345678901 lost its zero, ${MEASURED}`,
    bad: [foundation('kubernetesVersion: 1.30'), 'aws: {accountId: 012345678901}\n', tag('true')],
    good: [foundation('kubernetesVersion: "1.30"'), 'aws: {accountId: "012345678901"}\n', tag('"true"')],
  },
  'shape/extra-quotes': {
    summary: 'numbers and truth values are not quoted',
    source: 'YAML 1.2.2 §7.3, 2021-10-01',
    bad: [workload('replicas: "2"')],
    good: [workload('replicas: 2')],
  },
  'shape/not-true-or-false': {
    summary: 'truth values are true and false',
    source: `YAML 1.2.2 §10.3.2; "on", "no" and "yes" are text, ${MEASURED}`,
    bad: [`${disk('200GiB')}    multiAz: yes\n`],
    good: [`${disk('200GiB')}    multiAz: true\n`],
  },
  'shape/unusual-number': {
    summary: 'numbers are written with plain digits',
    source: `YAML 1.1 reads 010 as 8; 017, 0o17 and 1e3 are 17, 15 and 1000, ${MEASURED}`,
    bad: [workload('replicas: 010')],
    good: [workload('replicas: 10')],
  },
  'shape/not-whole': {
    summary: 'what counts things is a whole number',
    source: LANGUAGE,
    bad: [workload('replicas: 2.5')],
    good: [workload('replicas: 2')],
  },
  'shape/out-of-range': {
    summary: 'numbers are within the bounds of their key',
    source: LANGUAGE,
    bad: [workload('replicas: -1')],
    good: [workload('replicas: 2')],
  },
  'shape/bad-quantity': {
    summary: 'amounts are written with their unit',
    source: 'Kubernetes resource.Quantity and AWS units, spec language §"quantities", 2026-11-24',
    bad: [workload('replicas: 2, resources: {requests: {memory: 512m}}'), disk('200GB')],
    good: [workload('replicas: 2, resources: {requests: {memory: 512Mi}}'), disk('200GiB')],
  },
  'shape/not-a-choice': {
    summary: 'where the language gives a choice of words, one of them is written',
    source: LANGUAGE,
    bad: [database('engine: postgers')],
    good: [database('engine: postgres')],
  },
  'shape/bad-format': {
    summary: 'text has the form that AWS, Kubernetes or Terraform asks for',
    source: LANGUAGE,
    bad: ['aws: {region: US-EAST-1}\n'],
    good: ['aws: {region: us-east-1}\n'],
  },
  'shape/too-long': {
    summary: 'text is as long as AWS, Kubernetes or Terraform allow',
    source: LANGUAGE,
    bad: [tag('x'.repeat(257))],
    good: [tag('x'.repeat(256))],
  },
  'shape/bad-name': {
    summary: 'names of items are lower case words joined by hyphens',
    source: 'RFC 1123 labels; Terraform addresses, spec language §"names", 2026-11-24',
    bad: ['workloads:\n  Order_Api: {replicas: 2}\n'],
    good: ['workloads:\n  order-api: {replicas: 2}\n'],
  },
  'shape/empty': {
    summary: 'every key has a value',
    source: LANGUAGE,
    bad: ['aws:\n  tags:\n    Team:\n'],
    good: [tag('payments')],
  },
  'shape/nothing-to-delete': {
    summary: 'null stands only where a parent file sets something',
    source: 'spec language §"extends", 2026-11-24',
    bad: ['aws: {accountId: "123456789012", tags: null}\n'],
    good: ['foundation: {securityGroups: null}\n'],
  },
  'shape/too-few': {
    summary: 'lists and maps have as many items as they need',
    source: LANGUAGE,
    bad: [foundation('subnets: []')],
    good: [foundation('subnets: [dapp-prod-private-a]')],
  },
  'shape/too-many': {
    summary: 'lists have no more items than are allowed',
    source: LANGUAGE,
    bad: [foundation(`subnets: [${Array.from({ length: 17 }, (_, index) => `a${index}`).join(', ')}]`)],
    good: [foundation('subnets: [dapp-prod-private-a]')],
  },
  'shape/repeated-item': {
    summary: 'every item of a list is there once',
    source: LANGUAGE,
    bad: [foundation('subnets: [dapp-prod-private-a, dapp-prod-private-a]')],
    good: [foundation('subnets: [dapp-prod-private-a, dapp-prod-private-b]')],
  },
  'shape/too-many-problems': {
    severity: 'info',
    summary: 'at most 100 problems of one environment are listed',
    source: 'hardening reference §1, 2026-11-24',
    bad: [
      {
        ...whole(Array.from({ length: 101 }, (_, index) => `unknown${index}: 1\n`).join('')),
        given: '101 keys are unknown',
        also: ['shape/unknown-key'],
      },
    ],
    good: [workload('replicas: 2')],
  },
});

export const referencePages = pagesOf<ReferenceCode>(referenceAdvice, {
  'reference/unknown': {
    summary: 'what refers to an item names one that is there',
    source: 'spec language §"references", 2026-11-24',
    bad: [`${disk('200GiB')}    securityGroups: [postgers]\n`],
    good: [`${disk('200GiB')}    securityGroups: [postgres]\n`],
  },
});

export const environmentPages = pagesOf<EnvironmentCode>(environmentAdvice, {
  'environment/not-the-file-name': {
    summary: 'an environment is called like its file',
    source: 'spec language §"files", 2026-11-24',
    bad: [file('extends: ./base.yaml\nenvironment: live\n')],
    good: [file('extends: ./base.yaml\nenvironment: prod\n')],
  },
});
