/** What a layer's states look like, one vector a layer, oldest first. */
export type History = readonly Float64Array[];

const LONGEST = 8;
/** States that are looked at. */
export const HISTORY = 3 * LONGEST;

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}

/**
 * The period of a cycle that the last 3 x 8 states follow: the least p from 2 to 8 at which a state returns at least ten times closer
 * (in square) than from one layer to the next; null where neighbours hardly differ (5 % in norm) or nothing returns. No network
 * that was tried has a cycle (cos kx and sin kx up to k = 6, x^3 - 3x, x sin 4x, sin x^2, each at one to three batch sizes up to 20).
 */
export function periodOf(history: History): number | null {
  const last = history.slice(-HISTORY);
  if (last.length < HISTORY) return null;
  const mean = (lag: number) => {
    let sum = 0;
    for (let l = lag; l < last.length; l++) sum += distance(last[l]!, last[l - lag]!);
    return sum / (last.length - lag);
  };
  const size = last.reduce((sum, state) => sum + distance(state, new Float64Array(state.length)), 0) / last.length;
  const step = mean(1);
  if (!(step > 0.05 ** 2 * size)) return null;
  for (let lag = 2; lag <= LONGEST; lag++) if (mean(lag) < 0.1 * step) return lag;
  return null;
}
