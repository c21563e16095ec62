import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { run } from '../../src/cli/run.ts';
import type { Component } from '../../src/compiler/component.ts';
import { jsonSchemaOf } from '../../src/compiler/language/json-schema.ts';
import { components, knowledge } from '../../src/components/registry.ts';
import { compileExample } from '../../src/components/testing/compile-example.ts';
import { workloads } from '../../src/components/workloads/index.ts';
import { findingsOf } from './findings-of.ts';
import { askKubectl, kubectlOnPath } from './kubectl.ts';
import { keysOf, usedKeys } from './language-keys.ts';
import { readExamples } from './read-examples.ts';
import { resourcesOf } from './resources-of.ts';
import { toKubernetes } from './to-kubernetes.ts';

describe('the sample platform', () => {
  const folder = mkdtempSync(join(tmpdir(), 'elastiform-kubernetes-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    await synthesizeSpecs(folder);
    files = filesBelow(folder);
  }, 120_000);

  it('has Kubernetes objects', () => {
    expect(resourcesOf(files).length).toBeGreaterThan(0);
  });

  it('has only objects that the API takes', () => {
    expect(findingsOf(files)).toEqual([]);
  });

  it.skipIf(!kubectlOnPath)('has only objects that kubectl decodes (needs kubectl on the PATH)', async () => {
    // The other environments have objects of the same kinds; each costs a process.
    const prod = new Map([...files].filter(([path]) => path.includes('/env/prod/')));
    expect(prod.size).toBeGreaterThan(0);
    expect(await kubectlOn(prod)).toEqual([]);
  });
});

interface WorkloadExample {
  readonly title: string;
  readonly spec: { readonly workloads: object };
}

const examples = readExamples<WorkloadExample>('workloads');

describe('workloads', () => {
  it.each(examples)('give objects that the API takes: $title', async ({ spec }) => {
    const { diagnostics, files } = await compileExample(components, stringify(spec), 'json');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(resourcesOf(files).length).toBeGreaterThan(0);
    expect(findingsOf(files)).toEqual([]);
    if (kubectlOnPath) expect(await kubectlOn(files)).toEqual([]);
  });

  it('are tried with every key of the language', () => {
    const schema = jsonSchemaOf(workloads.field);
    const used = new Set(examples.flatMap(({ spec }) => usedKeys(schema, spec.workloads)));
    expect(keysOf(schema).filter((key) => !used.has(key) && !REFUSED.has(key))).toEqual([]);
  });
});

/** Left out to save half a minute; a new kind is checked until somebody adds it here. */
const AWS_ONLY: ReadonlySet<string> = new Set([
  'autoScalingGroups',
  'nodeGroups',
  'databases',
  'caches',
  'edge',
  'alarms',
]);

/** All its rules are about other kinds too; schedules.test.ts has its objects. */
const WITHOUT_OWN_RULES: ReadonlySet<string> = new Set(['schedules']);

// Rules show the corners of the language. Many of their examples, bad ones too, compile: a warning stops nothing.
describe.each(components.filter(({ key }) => !AWS_ONLY.has(key) && !WITHOUT_OWN_RULES.has(key)))(
  'the examples of the rules about $key',
  (component: Component) => {
    it('give only objects that the API takes', { timeout: 120_000 }, async () => {
      const findings: string[] = [];
      let count = 0;
      for (const { examples } of component.rules) {
        for (const yaml of [...examples.good, ...examples.bad]) {
          const { files } = await compileExample([component], yaml, 'json');
          count += resourcesOf(files).length;
          findings.push(...findingsOf(files).map((finding) => `${yaml}\n${finding}`));
        }
      }
      expect(findings).toEqual([]);
      expect(count).toBeGreaterThan(0);
    });
  },
);

async function kubectlOn(files: ReadonlyMap<string, string>): Promise<string[]> {
  const answers: string[] = [];
  for (const { type, body } of resourcesOf(files))
    answers.push(...(await askKubectl(toKubernetes(type, body))));
  return answers;
}

/** The language has them, and a rule refuses them until the provider can say them. */
const REFUSED: ReadonlySet<string> = new Set([
  '*.autoscaling.behavior.scaleUp.tolerance',
  '*.autoscaling.behavior.scaleDown.tolerance',
]);

/** As the command does it, without a process of its own. */
async function synthesizeSpecs(folder: string): Promise<void> {
  let said = '';
  const collect = (text: string) => {
    said += text;
  };
  const code = await run({
    arguments: ['synth', '--format', 'json', '-o', folder],
    folder: process.cwd(),
    stdout: collect,
    stderr: collect,
    colour: false,
    today: '2026-11-25',
    version: '0.0.0',
    knowledge,
  });
  expect(code, said).toBe(0);
}

function filesBelow(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
