import { expect, it } from 'vitest';
import { checkShape } from './check-shape.ts';
import { FRAME, load } from './testing/check-yaml.ts';
import { exampleLanguage } from './testing/example-language.ts';

// What grows with the square of the input would not end within the time limit of a test at these sizes, about half
// of the largest spec that is read. How long it takes is for bench/ to say: nothing timed decides here.

const many = (count: number, line: (index: number) => string, separator = '\n') =>
  Array.from({ length: count }, (_, index) => line(index)).join(separator);
const ROOT_NAMES = ['toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'length', '~1', '/', '..'];
const spaces = ' '.repeat(65_000);

const HOSTILE: readonly (readonly [string, string])[] = [
  ['unknown keys', FRAME + many(12_000, (index) => `kubernetesVersio${index}: 1`)],
  [
    'unknown keys that are nearly missing ones',
    `${FRAME.replace(/foundation.*/, 'foundation:')}${many(12_000, (index) => `  clustr${index}: 1`)}`,
  ],
  [
    'keys that are names of JavaScript',
    FRAME + many(10_000, (index) => `"${ROOT_NAMES[index % 8]}${index > 7 ? index : ''}": 1`),
  ],
  [
    'items with three mistakes each',
    `${FRAME}databases:\n${many(5_000, (index) => `  db-${index}: {a: 1}`)}`,
  ],
  [
    'items with misplaced keys',
    `${FRAME}workloads:\n${many(2_500, (index) => `  w-${index}: {minReplicas: 1, autoscaling: {window: 5}}`)}`,
  ],
  ['bad names', `${FRAME}databases:\n${many(10_000, (index) => `  DB_${index}: {}`)}`],
  [
    'names of 990 characters',
    `${FRAME}workloads:\n${many(450, (index) => `  ${'aB_'.repeat(330)}${index}: {}`)}`,
  ],
  [
    'a list of 20,000 texts',
    `${FRAME}nodeGroups: {a: {instanceTypes: [${many(20_000, (index) => `m${index}.large`, ', ')}]}}`,
  ],
  [
    'a list of repeated texts',
    `${FRAME}nodeGroups: {a: {instanceTypes: [${many(20_000, (index) => `m${index % 9}`, ', ')}]}}`,
  ],
  [
    'a list of 10,000 sections',
    `${FRAME}everything:\n  rules:\n${many(10_000, (index) => `  - {name: a${index}}`)}`,
  ],
  ['a list of numbers for sections', `${FRAME}everything: {rules: [${many(20_000, String, ', ')}]}`],
  [
    'long texts in every pattern',
    `foundation: {cluster: "${'-'.repeat(65_000)}", kubernetesVersion: "1.${'1'.repeat(65_000)}", nodeRole: "${spaces}x", subnets: ["${'a '.repeat(32_000)}"]}\nenvironment: ${'a-'.repeat(32_000)}`,
  ],
  [
    'long texts in every quantity',
    `everything:\n${many(10, (index) => `  a-${['cpu', 'memory', 'storage', 'duration', 'share', 'metric-value', 'percent-rate', 'pod-rate', 'maintenance-window', 'backup-window'][index]}: "1${index % 2 ? spaces : '1'.repeat(65_000)}"`)}`,
  ],
];

it.each(HOSTILE)(
  '%s are answered, and not one by one',
  (_name, text) => {
    const { diagnostics } = checkShape(exampleLanguage, load(text));
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(101);
  },
  60_000,
);
