/** Where the curves are computed. */

const [LEAST, MOST] = [4, 1e6];
/** Up to here rates change from one batch size to the next: every one is there. */
const EVERY = 16;
const STEPS = 40;

/** The ends of the axis of batch sizes. */
export const batchRange = [LEAST, MOST] as const;

/** 4, 5, ..., 16, then in equal ratios, but for rounding, to 1e6. */
export function curveBatches(): readonly number[] {
  const first = Array.from({ length: EVERY - LEAST + 1 }, (_, k) => LEAST + k);
  const rest = Array.from({ length: STEPS }, (_, k) => Math.round(EVERY * (MOST / EVERY) ** ((k + 1) / STEPS)));
  return [...first, ...rest];
}
