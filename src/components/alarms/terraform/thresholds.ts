import type { SpecPath } from '../../../compiler/spec-path.ts';
import { numberExpression } from '../../../terraform/engine/expression.ts';
import { overridesOf } from '../overrides.ts';
import type { Alarms } from '../schema.ts';
import { secondsOf, type ThresholdName } from '../threshold-fields.ts';

/** The thresholds as one local value, so that an edit of one is one line. Shares in percent, times in seconds. */
export function thresholdsLocal({ thresholds }: Alarms): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(thresholds).map(([name, value]) => [snake(name), numberOf(value)]),
  );
}

/** A threshold as code for an expression: of all things, or the number that one of them says for itself. */
export function thresholdCode(alarms: Alarms, item: SpecPath, name: ThresholdName): string {
  const own = overridesOf(alarms, item)?.[name];
  return own === undefined ? `local.alarm_thresholds.${snake(name)}` : String(numberOf(own));
}

/** As a value for an attribute. */
export function thresholdValue(alarms: Alarms, item: SpecPath, name: ThresholdName): number {
  const own = overridesOf(alarms, item)?.[name];
  return own === undefined ? numberExpression(thresholdCode(alarms, item, name)) : numberOf(own);
}

function numberOf(value: string | number): number {
  return typeof value === 'string' ? secondsOf(value) : value;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
