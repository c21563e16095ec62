import { type Effect, type Moment, worstEffect } from '../plan/impact/effect.ts';
import { nextWindow } from '../plan/maintenance-window.ts';
import type { Attributes, Json, PlannedChange } from '../plan/plan.ts';
import { isVirtual } from '../plan/virtual-attributes.ts';
import type { Label } from './review.ts';
import { safeText } from './safe-text.ts';

/** What clients notice of a change, and when; nothing where there is nobody to notice. */
export function labelOf(
  effects: readonly Effect[],
  { after, before }: PlannedChange,
  today: string,
): Label | undefined {
  const worst = worstEffect(effects);
  if (!worst) return undefined;
  const { interruption, moment } = worst;
  const notes = effects.flatMap((effect) => (isTold(effect, worst) ? (effect.note ?? []) : []));
  const note = [...new Set([...notes.slice(0, 2), ...othersOf(effects, worst)])].map((text) =>
    safeText(text, 120),
  );
  const window = nextWindow(windowOf(after) ?? windowOf(before), today);
  return {
    interruption,
    moment,
    ...(moment === 'window' && window
      ? { window: `${window.text}${window.isToday ? ', or a week later' : ''}`, date: window.date }
      : {}),
    ...(note.length > 0 ? { note: note.join('; ') } : {}),
  };
}

/** Clusters of Aurora call it by another name. */
function windowOf(attributes: Attributes): Json | undefined {
  return attributes['maintenance_window'] ?? attributes['preferred_maintenance_window'];
}

/** Notes of what interrupts less than the worst would only hide it. */
function isTold(effect: Effect, worst: Effect): boolean {
  return effect.interruption === worst.interruption;
}

/** What happens at another time than the worst. */
function othersOf(effects: readonly Effect[], worst: Effect): readonly string[] {
  const at = (moment: Moment) => {
    const there = effects.filter((effect) => effect.moment === moment && !isVirtual(effect));
    return [...new Set(there.map(({ attribute }) => attribute))];
  };
  const [now, window] = [at('now'), at('window')];
  if (worst.moment !== 'window' && window.length > 0) return [`${window.join(', ')} in the window`];
  return worst.moment === 'window' && now.length > 0 ? [`${now.join(', ')} at once`] : [];
}
