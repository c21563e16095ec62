import type { AlarmId } from './kinds/ids.ts';

/** What an alarm is called after, beside its kind: a group of nodes may be one of two things. */
export type Subject =
  | 'database'
  | 'replica'
  | 'cache'
  | 'asg'
  | 'node-group'
  | 'workload'
  | 'load-balancer'
  | 'queue';

/**
 * The last words of the name of an alarm: `database-cpu`. They tell two things of one key apart, such as a database
 * and a cache `main`, or a replica `a` of a database `b` and a database `b-a`.
 */
export function wordsOf(subject: Subject, id: AlarmId): string {
  if (subject === 'replica') return id.replace(/^database-/, 'replica-');
  if (subject === 'asg' || subject === 'node-group') return id.replace(/^nodes-/, `${subject}-`);
  return id;
}

/** Starts with the environment, once: `prod-postgres` is not called `prod-prod-postgres`. */
export function alarmName(environment: string, called: string, words: string): string {
  return called.startsWith(`${environment}-`) ? `${called}-${words}` : `${environment}-${called}-${words}`;
}
