import type { SpecPath } from '../../compiler/spec-path.ts';
import { type Counted, type Gauge, NOTHING, type Raise, remembering, together } from '../gauge.ts';
import type { Instant } from '../instant.ts';
import { loadAt } from '../load.ts';
import type { Platform } from '../platform.ts';
import type { Projected } from '../projected.ts';
import { type DatabaseClass, largestSize, raiseClass, smallestClass } from './database-class.ts';

/** The vCPU that databases need so that they are no busier than slo.databaseCpu, and the class that has them. */
export function databaseCpuGauges(platform: Platform): Counted {
  return together([...platform.model.databases.keys()].map((key) => ofDatabase(platform, key)));
}

function ofDatabase(platform: Platform, key: string): Counted {
  const { model, traffic, catalog } = platform;
  const said = traffic.databases?.get(key);
  const what = `CPU of ${key}`;
  const unknown = (why: string) => ({ ...NOTHING, unknown: [{ what, why }] });
  if (said?.cpuUtilization === undefined) return unknown(`write traffic.databases.${key}.cpuUtilization`);
  const database = model.databases.get(key)!;
  const measured = said.measuredClass ?? database.class;
  const { rows, date } = catalog.rdsClasses;
  const [now, at] = [rows.get(database.class), rows.get(measured)];
  if (!now || !at) return unknown(`${now ? measured : database.class} is unknown to the catalog of ${date}`);
  const { cpuUtilization } = said;
  const needed = remembering((instant: Instant): Projected => {
    const { ratio, ratioText, ratioInputs } = loadAt(platform, instant);
    const used = (cpuUtilization / 100) * at.vcpu * ratio;
    // Hundredths of a hundredth of tolerance for what division leaves behind.
    const value = Math.round((used / (model.slo.databaseCpu / 100)) * 1e6) / 1e6;
    return {
      value,
      formula: `${cpuUtilization}% × ${at.vcpu} vCPU of ${measured} × ${ratioText} ÷ ${model.slo.databaseCpu}% = ${vcpus(value)} vCPU`,
      inputs: [
        ['traffic', 'databases', key, 'cpuUtilization'],
        ['traffic', 'databases', key, 'measuredClass'],
        ...ratioInputs,
        ['slo', 'databaseCpu'],
      ],
      unit: 'vCPU',
      text: vcpus(value),
    };
  });
  const path: SpecPath = ['databases', key, 'class'];
  const choose = (vcpu: number) => smallestClass(catalog, database.class, { vcpu, like: measured });
  return {
    gauges: [
      {
        id: `databases.${key}.cpu`,
        what: `vCPU that ${key} needs`,
        at: needed,
        limit: {
          path,
          most: now.vcpu,
          text: `${now.vcpu} vCPU of ${database.class}`,
          raise: (greatest): Raise => raiseClass(platform, key, choose(greatest.value), greatest.formula),
        },
      },
      classGauge(platform, key, needed, choose),
    ],
    unknown: [],
  };
}

function classGauge(
  { catalog, model }: Platform,
  key: string,
  needed: Gauge['at'],
  choose: (vcpu: number) => DatabaseClass | undefined,
): Gauge {
  const current = model.databases.get(key)!.class;
  return {
    id: `databases.${key}.class`,
    what: `class of ${key}`,
    at: (instant) => {
      const { value, formula, inputs } = needed(instant);
      const found = choose(value);
      const family = current.split('.', 2).join('.');
      const text = found?.name ?? `more than ${largestSize(catalog, current)}`;
      return {
        value: found?.vcpu ?? value,
        formula: `${formula}; smallest ${family} with so many: ${text}${found ? ` (${found.vcpu} vCPU)` : ''}`,
        inputs: [...inputs, ['databases', key, 'class']],
        unit: 'vCPU of the class',
        text,
      };
    },
  };
}

/** `7.72`: rounded up to hundredths, so that what is said to be enough is enough. */
function vcpus(value: number): string {
  return String(Math.ceil(value * 100 - 1e-6) / 100);
}
