import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/compiler/diagnostic.ts';
import { type Field, TIERS, type Tier } from '../../src/compiler/language/field.ts';
import { components } from '../../src/components/registry.ts';
import { exampleBase } from '../../src/components/testing/compile-example.ts';
import { compileFile } from '../support/compile-folder.ts';
import { allFields } from '../support/language-fields.ts';
import { switches } from './switches/index.ts';
import { noSwitches } from './switches/no-switches.ts';
import type { Keys, Switch } from './switches/switch.ts';

/** An item of each kind with nothing to complain about. */
const ITEMS: Readonly<Record<string, Keys>> = {
  databases: {
    engine: 'postgres',
    engineVersion: '"16.8"',
    class: 'db.m6g.large',
    storage: '{allocated: 200GiB, max: 500GiB}',
    securityGroups: '[postgres]',
  },
  caches: {
    nodeType: 'cache.r6g.large',
    replicasPerShard: '1',
    securityGroups: '[redis]',
  },
  autoScalingGroups: {
    ami: 'ami-0123456789abcdef0',
    instanceTypes: '[m6i.large]',
    size: '{min: 2, max: 6}',
  },
  nodeGroups: { instanceTypes: '[m6i.large]', size: '{min: 2, max: 6}' },
  edge: { bucket: 'dapp-prod-frontend' },
};

function specOf({ key, beside }: Switch, tier: Tier, off: Keys = {}, more = ''): string {
  const kind = key.split('.')[0] ?? '';
  const keys = Object.entries({ ...ITEMS[kind], ...beside, ...off }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `tier: ${tier}\n${kind}: {x: {${keys.join(', ')}}}\n${more}`;
}

// What a spec gives without the switch is asked for many times.
const known = new Map<string, readonly Diagnostic[]>();

function findingsOf(yaml: string): readonly Diagnostic[] {
  const found = known.get(yaml) ?? compile(yaml);
  known.set(yaml, found);
  return found;
}

function compile(yaml: string): readonly Diagnostic[] {
  const texts = new Map([
    ['specs/prod.yaml', `extends: ./base.yaml\nenvironment: prod\n${yaml}`],
    ['specs/base.yaml', exampleBase(components)],
  ]);
  return compileFile('specs/prod.yaml', texts).diagnostics;
}

/** What the switch brings, beyond what the spec gives anyway. */
function brought(entry: Switch, tier: Tier, more = ''): readonly Diagnostic[] {
  const before = findingsOf(specOf(entry, tier)).map(({ code }) => code);
  return findingsOf(specOf(entry, tier, entry.off, more)).filter(({ code }) => !before.includes(code));
}

const exception = (rule: string, kind: string) =>
  `policy: {exceptions: [{rule: ${rule}, path: ${kind}.x, reason: a load test, owner: team, expires: "2027-03-31"}]}\n`;

const title = ({ key, off, beside }: Switch) =>
  `${key} by ${JSON.stringify(off)}${beside ? ` beside ${Object.keys(beside).join(' and ')}` : ''}`;

describe.each(switches.map((entry) => ({ title: title(entry), entry })))(
  'switching off $title',
  ({ entry }) => {
    const { code, tiers, isRefused } = entry;

    it.each(tiers)(`gives ${code} in %s`, (tier) => {
      const found = brought(entry, tier);
      expect([...new Set(found.map((diagnostic) => diagnostic.code))]).toEqual([code]);
      expect(found[0]?.severity).toBe(isRefused ? 'error' : 'warning');
    });

    it.each(TIERS.filter((tier) => !tiers.includes(tier)))('is free in %s', (tier) => {
      expect(brought(entry, tier)).toEqual([]);
    });

    it(isRefused ? 'cannot be accepted' : 'is accepted by an exception with a reason', () => {
      const [tier = 'prod'] = tiers;
      const more = exception(code, entry.key.split('.')[0] ?? '');
      const left = brought(entry, tier, more).map((diagnostic) => diagnostic.code);
      expect(left).toEqual(isRefused ? [code, 'policy/error-excepted'] : []);
    });
  },
);

describe('every key that chooses or switches', () => {
  const isSwitch = ({ form }: Field) =>
    form.kind === 'flag' ||
    (form.kind === 'section' && form.switchable) ||
    (form.kind === 'text' && form.choices !== undefined);
  // Pods and alarms are no AWS resources that a control of ours speaks of.
  const looked = components.filter(({ key }) => !['workloads', 'schedules', 'alarms'].includes(key));
  const keys = looked.flatMap(({ key, field }) =>
    allFields(field, key).flatMap(({ path, field: inner }) => (isSwitch(inner) ? [path] : [])),
  );

  it('is known to switch a control off, or to have nothing to do with one', () => {
    const known = new Set([...switches.map(({ key }) => key), ...noSwitches]);
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });

  it('is in one of the two lists only, and there is such a key', () => {
    const own = new Set(switches.map(({ key }) => key));
    expect(noSwitches.filter((key) => own.has(key) || !keys.includes(key))).toEqual([]);
  });
});
