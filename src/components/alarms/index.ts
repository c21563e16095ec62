import { type Component, defineComponent } from '../../compiler/component.ts';
import { alarmRules } from './rules/index.ts';
import { alarmsField } from './schema.ts';

/**
 * Alarms for the thresholds of the guide, and a dashboard. Its rules about items of other kinds are in
 * `rules/alarms`.
 */
export const alarms: Component<'alarms', typeof alarmsField> = defineComponent({
  key: 'alarms',
  field: alarmsField,
  rules: alarmRules,
  statefulItems: 'none',
  lowering: async () => (await import('./terraform.ts')).lowerAlarms,
});
