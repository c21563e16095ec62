import { beforeAll, describe, expect, it } from 'vitest';
import type { Control } from './control.ts';
import { elsewhere } from './controls/elsewhere.ts';
import { controls } from './controls/index.ts';
import { sourceOf } from './sources.ts';
import { type Environment, named, unspoken } from './specs.ts';

let environments: readonly Environment[] = [];
let speaking: Environment;

beforeAll(async () => {
  [environments, speaking] = await Promise.all([unspoken(), named()]);
});

/** Where a control does not hold: `required keys alone in dev: aws_db_instance.postgres`. */
function failures({ type, holds }: Control, among: readonly Environment[]): readonly Failure[] {
  return among.flatMap(({ title, tier, tree }) =>
    tree.resources
      .filter((resource) => resource.type === type && !holds(resource, tree))
      .map((resource) => ({ where: `${title}: ${resource.address}`, resource, tier })),
  );
}

interface Failure {
  readonly where: string;
  readonly resource: Environment['tree']['resources'][number];
  readonly tier: Environment['tier'];
}

const named_ = ({ ids, asks }: Control) => `${ids.join(', ')}: ${asks}`;
const cases = controls.map((control) => [named_(control), control] as const);
const ofStatus = (is: string) => cases.filter(([, { status }]) => status.is === is);

describe('a control that is on', () => {
  it.each(ofStatus('on'))('%s', (_, control) => {
    const everywhere = [...environments, speaking];
    expect(failures(control, everywhere).map(({ where }) => where)).toEqual([]);
    // It would hold for nothing at all, too.
    expect(everywhere.some(({ tree }) => tree.resources.some(({ type }) => type === control.type))).toBe(
      true,
    );
  });
});

describe('a control that asks for a name', () => {
  it.each(ofStatus('asked'))('%s', (_, control) => {
    expect(failures(control, [speaking])).toEqual([]);
    expect(failures(control, environments)).not.toEqual([]);
  });
});

describe('a control that is waived', () => {
  it.each(ofStatus('waived'))('%s', (_, control) => {
    const { status } = control;
    if (status.is !== 'waived') throw new Error('only those are here');
    const all = failures(control, [...environments, speaking]);
    const beyond = all.filter(({ resource, tier }) => !status.isWhere(resource, tier));
    expect(beyond.map(({ where }) => where)).toEqual([]);
    // A waiver that is not needed any more goes.
    expect(all).not.toEqual([]);
  });

  it('is one of at most eight of Checkov', () => {
    const waived = controls.filter(({ status }) => status.is === 'waived').flatMap(({ ids }) => ids);
    expect(waived.filter((id) => id.startsWith('CKV')).length).toBeLessThanOrEqual(8);
  });
});

describe('a control about what others own', () => {
  it.each(elsewhere)('$ids: no $types', ({ types }) => {
    const made = [...environments, speaking].flatMap(({ tree }) => tree.resources.map(({ type }) => type));
    expect(made.filter((type) => types.includes(type))).toEqual([]);
  });
});

describe('the table', () => {
  const ids = [...controls, ...elsewhere].flatMap((control) => control.ids);

  it('has every id once', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('says where the logic of each control was read', () => {
    const own = controls.flatMap((control) => control.ids);
    expect(own.filter((id) => sourceOf(id) === undefined)).toEqual([]);
  });
});
