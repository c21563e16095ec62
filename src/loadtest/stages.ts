/** A part of a load test. */
export interface Stage {
  /** As the tag of its requests: `hold_peak`. */
  readonly name: string;
  readonly seconds: number;
  /** Whole requests per minute at its end. */
  readonly target: number;
  /** Whether the rate stays, so that what is measured in it says something about that rate. */
  readonly isHold: boolean;
}

export interface Rates {
  /** Whole requests per minute in the busiest minute of today. */
  readonly now: number;
  /** The same, projected. */
  readonly peak: number;
}

/** Seconds to the rate of today, at each rate, and down, as the load test of the guide has them. */
const [RAMP, HOLD] = [120, 300];

/** The load of today, then the projected peak, then nothing: the shape of the guide's own test. */
export function peakStages({ now, peak }: Rates, scaleOutSeconds: number): readonly Stage[] {
  const rise = Math.max(RAMP, Math.ceil(scaleOutSeconds / 60) * 60);
  return [
    { name: 'ramp_now', seconds: RAMP, target: now, isHold: false },
    { name: 'hold_now', seconds: HOLD, target: now, isHold: true },
    ...(peak > now
      ? [
          { name: 'ramp_peak', seconds: rise, target: peak, isHold: false },
          { name: 'hold_peak', seconds: HOLD, target: peak, isHold: true },
        ]
      : []),
    { name: 'ramp_down', seconds: RAMP, target: 0, isHold: false },
  ];
}

const STEPS = 10;
const [STEP_RAMP, STEP_HOLD] = [60, 180];

/**
 * From the load of today to twice the projected peak in ten steps. The run ends with the first step that is beyond the
 * slo, so that the autoscaling has the ramp to follow in: what it has not done by the end of that counts against the step.
 */
export function breakpointStages({ now, peak }: Rates, scaleOutSeconds: number): readonly Stage[] {
  const most = Math.max(peak * 2, now + STEPS);
  const rise = Math.max(STEP_RAMP, Math.ceil(scaleOutSeconds / 60) * 60);
  return Array.from({ length: STEPS }, (_, index) => index + 1).flatMap((step) => {
    const target = Math.round(now + ((most - now) * step) / STEPS);
    const number = String(step).padStart(2, '0');
    return [
      { name: `ramp_${number}`, seconds: rise, target, isHold: false },
      { name: `hold_${number}`, seconds: STEP_HOLD, target, isHold: true },
    ];
  });
}
