import { backupWindow, maintenanceWindow } from '../../compiler/quantity/aws-window.ts';
import { formatDuration } from '../../compiler/quantity/duration.ts';
import { storage } from '../../compiler/quantity/storage.ts';
import type { Tell } from './building.ts';

export const gib = (count: number | undefined) =>
  count === undefined || count <= 0 ? undefined : storage.format(count);
export const days = (count: number | undefined) => (count === undefined ? undefined : `${count}d`);
export const seconds = (count: number | undefined) =>
  count === undefined ? undefined : formatDuration(count);

/** `sun:04:30-sun:05:30` as the spec writes it; undefined for a window of a day or more. */
export function weeklyWindow(window: string | undefined): string | undefined {
  if (window === undefined) return undefined;
  const parsed = maintenanceWindow.parse(window);
  return parsed.ok ? window : parsed.suggestion;
}

/** `03:00-04:00`; undefined, with a note, where the language would not take it. */
export function dailyWindow(window: string | undefined, tell: Tell): string | undefined {
  if (window === undefined || backupWindow.parse(window).ok) return window;
  tell('changes', `its daily window ${window}, which the language cannot say`);
  return undefined;
}
