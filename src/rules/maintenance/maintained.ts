import type { DailyWindow, WeeklyWindow } from '../../compiler/quantity/aws-window.ts';
import type { RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';

/** Something that AWS maintains in a weekly window. */
export interface Maintained {
  /** `databases.postgres` */
  readonly name: string;
  readonly path: SpecPath;
  readonly window: WeeklyWindow;
  /** The daily backup, which the window may not overlap. */
  readonly backup: DailyWindow;
}

/** Databases, those of their replicas that have a window of their own, and caches. */
export function maintainedOf(model: Model, { isWritten }: RuleContext): readonly Maintained[] {
  const databases = [...model.databases].flatMap(([key, { changes, backups, readReplicas }]) => {
    const at = ['databases', key];
    const backup = backups.window;
    const replicas = [...readReplicas].flatMap(([replica, { maintenanceWindow: window }]) => {
      const item = [...at, 'readReplicas', replica];
      const path = [...item, 'maintenanceWindow'];
      // The others follow their primary, and it is enough to move that.
      return isWritten(path) ? [{ name: item.join('.'), path, window, backup }] : [];
    });
    const path = [...at, 'changes', 'maintenanceWindow'];
    return [{ name: at.join('.'), path, window: changes.maintenanceWindow, backup }, ...replicas];
  });
  const caches = [...model.caches].map(([key, { changes, snapshots }]) => ({
    name: `caches.${key}`,
    path: ['caches', key, 'changes', 'maintenanceWindow'],
    window: changes.maintenanceWindow,
    backup: snapshots.window,
  }));
  return [...databases, ...caches];
}
