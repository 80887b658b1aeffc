/**
 * The largest solution of mu = m(mu) for eps > 0, where m is one layer's map of the G-eigenvalue: the state that a
 * network with spread-out inputs falls to. mu = 0 is always a solution (or a limit): it is returned as 0 when nothing
 * positive is found, the collapsed state. NaN where m leaves the range of doubles: then nothing is known.
 */
export interface MapValue {
  readonly value: number;
  /** m'(mu) = fwd_G. */
  readonly derivative: number;
}

type Map = (mu: number) => MapValue;

/** Below this fraction of the first upper bound a fixed point counts as collapsed. */
const SMALLEST = 1e-24;

/** An upper bound where m(mu) < mu: m is bounded by its value without epsilon, which a large mu approaches. */
function upperBound(map: Map): number {
  let mu = 1;
  for (let i = 0; i < 200; i++) {
    const { value } = map(mu);
    if (!Number.isFinite(value)) return Number.NaN;
    if (value < mu) return mu;
    mu = 2 * value;
  }
  return mu;
}

/** Newton inside a bracket m(low) >= low, m(high) < high; bisection in log mu where Newton leaves it. */
function polish(map: Map, low: number, high: number): number {
  let mu = Math.sqrt(low * high);
  for (let i = 0; i < 100; i++) {
    const { value, derivative } = map(mu);
    const excess = value - mu;
    if (excess >= 0) low = mu;
    else high = mu;
    const newton = mu + excess / (1 - derivative);
    const next = newton > low && newton < high ? newton : Math.sqrt(low * high);
    if (Math.abs(next - mu) <= 4e-16 * mu || !(high > low)) return next;
    mu = next;
  }
  return mu;
}

/** `start`, from a coarser level, saves the search when it still lies in a small bracket. */
export function largestFixedPoint(map: Map, start: number | null): number {
  if (start !== null && start > 0) {
    const low = start * (1 - 1e-3);
    const high = start * (1 + 1e-3);
    if (map(low).value >= low && map(high).value < high) return polish(map, low, high);
  }
  let high = upperBound(map);
  if (!Number.isFinite(high)) return Number.NaN;
  const floor = SMALLEST * high;
  for (let low = high / 2; low > floor; low /= 2) {
    if (map(low).value >= low) return polish(map, low, high);
    high = low;
  }
  return 0;
}
