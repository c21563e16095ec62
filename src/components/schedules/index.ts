import { type Component, defineComponent } from '../../compiler/component.ts';
import { schedulesField } from './schema.ts';

/**
 * Windows of time with other least numbers of pods and nodes. Its rules are in `rules/schedules`, because
 * every schedule is about items of other kinds.
 */
export const schedules: Component<'schedules', typeof schedulesField> = defineComponent({
  key: 'schedules',
  field: schedulesField,
  rules: [],
  statefulItems: 'none',
  lowering: async () => (await import('./terraform.ts')).lowerSchedules,
});
