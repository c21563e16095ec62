import { limitsUnknown } from './limits-unknown.ts';
import { nobodyIsTold } from './nobody-is-told.ts';
import { overrideWithoutEffect } from './override-without-effect.ts';
import { podsUnseen } from './pods-unseen.ts';
import { unknownItem } from './unknown-item.ts';

/** Whether alarms fit what they watch. */
export const alarmItemRules = [limitsUnknown, nobodyIsTold, overrideWithoutEffect, podsUnseen, unknownItem];
