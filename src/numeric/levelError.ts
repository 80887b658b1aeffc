/**
 * Error of the last of three values of one quantity at rising resolutions (points about doubled, or times sqrt 2).
 *
 *   d1 = |now - before|,  d2 = |before - earlier|,  r = d1 / d2:   error = d1 max(min(1, 10 r), 2 r / (1 - r))
 *
 * Differences that go on falling by r leave d1 r/(1-r); analytic integrands fall faster and faster. A d1 that is small by
 * accident is not believed below d2^2 / scale, what squaring the error could give; from r = 0.9 on the sequence counts as
 * one that does not converge. `least`: the fraction of d1 that is kept however small r is, for resolutions that rise by less than a
 * doubling, where one of them can be good by accident. Ours; an estimate, not a bound.
 */
export function levelError(now: number, before: number, earlier: number, scale: number, least = 0): number {
  const previous = Math.abs(before - earlier);
  const difference = Math.abs(now - before);
  if (previous === 0) return difference;
  const last = Math.max(difference, previous * (previous / scale));
  const ratio = Math.min(0.9, last / previous);
  return last * Math.max(least, Math.min(1, 10 * ratio), (2 * ratio) / (1 - ratio));
}

/** Error of the last value where the resolutions ran out before they settled: nothing is extrapolated. */
export function unsettledError(now: number, before: number, earlier: number): number {
  return Math.max(Math.abs(now - before), Math.abs(before - earlier));
}
