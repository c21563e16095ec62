import { readFileSync } from 'node:fs';
import type { Plan } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';

/** A plan of the real provider, as `test/e2e/suite/recorded-plans.test.ts` wrote it down. */
export function fixtureText(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.golden.json`, import.meta.url), 'utf8');
}

export function readFixture(name: string): Plan {
  return planOf(fixtureText(name), `${name}.json`);
}

export function planOf(text: string, name = 'plan.json'): Plan {
  const read = readPlan(name, text);
  if (!read.ok) throw new Error(read.problem);
  return read.plan;
}
