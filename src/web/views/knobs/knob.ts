/** What can be turned, and how far. */
export const knobs = ["epsilon", "gamma", "beta", "batch"] as const;
export type Knob = (typeof knobs)[number];

export const knobWords: Readonly<Record<Knob, string>> = {
  ...{ epsilon: "epsilon", gamma: "gamma", beta: "beta", batch: "batch size B" },
};

/** Of the axis, and of the slider; epsilon is 0 on a slider's left end only. */
export const knobScale: Readonly<Record<Knob, "linear" | "log">> = {
  ...{ epsilon: "log", gamma: "linear", beta: "linear", batch: "log" },
};

/** From where to where a picture goes; what a reader may ask for; what a network usually has. */
export const knobRange: Readonly<Record<Knob, Record<"from" | "to" | "min" | "max" | "usual", number>>> = {
  epsilon: { from: 1e-3, to: 10, min: 1e-12, max: 1e6, usual: 0 },
  gamma: { from: 0.25, to: 2.25, min: -1000, max: 1000, usual: 1 },
  beta: { from: 0, to: 2, min: -1000, max: 1000, usual: 0 },
  batch: { from: 4, to: 1024, min: 4, max: 1e6, usual: 32 },
};

/** One axis of a picture: `steps + 1` values from one end to the other. */
export interface KnobAxis {
  readonly knob: Knob;
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}

/** The value of a knob at its k-th place; batch sizes are rounded. */
export function knobValue({ knob, from, to, steps }: KnobAxis, k: number): number {
  const part = k / steps;
  const exact = knobScale[knob] === "log" ? from * (to / from) ** part : from + (to - from) * part;
  // the ends are what was asked for
  const value = k === 0 ? from : k === steps ? to : exact;
  return knob === "batch" ? Math.round(value) : Number(value.toPrecision(12));
}

/** Where a value stands on the axis of the picture: logarithms are drawn on a linear one. */
export const knobPlace = (knob: Knob, value: number): number => (knobScale[knob] === "log" ? Math.log10(value) : value);

/** The place nearest to a value, 0 .. steps. */
export function nearestPlace({ knob, from, to, steps }: KnobAxis, value: number): number {
  if (knobScale[knob] === "log" && !(value > 0)) return 0;
  const part = (knobPlace(knob, value) - knobPlace(knob, from)) / (knobPlace(knob, to) - knobPlace(knob, from));
  return Math.min(steps, Math.max(0, Math.round(part * steps)));
}
