/**
 * The fixed point of the covariance map on states of two groups of given sizes. Unknowns: logs of the eigenvalues that are not 0, without epsilon relative to the first, since the map does not see the scale then.
 * The map itself is iterated first (it finds what attracts), then Newton's method with Broyden's updates.
 */
import { type BlockMap, coordinatesOf, stateAt } from "./blockMap.js";
import type { Mapped } from "./blockRoute.js";
import type { BlockState } from "./blockState.js";
import { solveSmall } from "./solveSmall.js";

export interface BlockFixedPoint {
  readonly state: BlockState;
  readonly mapped: Mapped;
  /** Largest relative change of an eigenvalue in the last application. */
  readonly residual: number;
  /** Derivative of log map - x in the unknowns, as far as it was needed: another resolution may start from it. */
  readonly slope: readonly (readonly number[])[] | null;
}

export interface FixedPointOptions {
  readonly iterations: number;
  readonly tolerance: number;
  /** Of a solution nearby. */
  readonly slope?: BlockFixedPoint["slope"];
}

/** A point and what the map does there. */
interface Place {
  readonly x: readonly number[];
  readonly excess: readonly number[];
  readonly mapped: Mapped;
}

const largest = (values: readonly number[]) => Math.max(0, ...values.map(Math.abs));

/** Seventy layers on, a group with a spread this small against the distance of the groups that still shrinks is taken to merge. */
const MERGING = { spread: Math.log(0.05), shrinks: -1e-3 };

const merges = ({ x, excess }: Place, absolute: boolean) =>
  x.some(
    (xi, j) => !(absolute && j === 0) && xi - (absolute ? x[0]! : 0) < MERGING.spread && excess[j]! < MERGING.shrinks,
  );

/** The map itself, until it moves by less than `enough` or `count` times; null where it leaves the doubles. */
function iterate(map: BlockMap, like: BlockState, from: Place, count: number, enough: number): Place | null {
  let now = from;
  for (let i = 0; i < count && largest(now.excess) > enough; i++) {
    const x = now.x.map((xi, j) => xi + now.excess[j]!);
    if (!(largest(x) < 60)) return null;
    now = { x, ...map.excess(x, like) };
    if (now.excess.length !== x.length) return null;
  }
  return now;
}

/** Broyden's update, in place: the slope's prediction for the step `moved` becomes what was found. */
function update(slope: number[][], moved: readonly number[], before: Place, after: Place): void {
  const norm = moved.reduce((sum, d) => sum + d * d, 0);
  slope.forEach((row, k) => {
    const predicted = row.reduce((sum, s, j) => sum + s * moved[j]!, 0);
    const miss = (after.excess[k]! - before.excess[k]! - predicted) / norm;
    for (let j = 0; j < row.length; j++) row[j]! += miss * moved[j]!;
  });
}

/** Newton's steps of at most 0.7 in each log, with Broyden's updates; the best place found. */
function polish(map: BlockMap, like: BlockState, from: Place, { tolerance, slope: given }: FixedPointOptions) {
  let [now, best] = [from, from];
  if (largest(now.excess) <= tolerance) return { best, slope: given ?? null };
  const slope = (given ?? map.slope(now.x, like, now.excess)).map((row) => [...row]);
  for (let i = 0; i < 12 && largest(now.excess) > tolerance; i++) {
    const step = solveSmall(
      slope.map((row) => [...row]),
      now.excess.map((e) => -e),
    );
    const size = largest(step);
    if (!(size < 20)) break;
    const moved = step.map((d) => d * Math.min(1, 0.7 / size));
    const x = now.x.map((xi, j) => xi + moved[j]!);
    const next: Place = { x, ...map.excess(x, like) };
    if (next.excess.length !== x.length) break;
    update(slope, moved, now, next);
    now = next;
    if (largest(now.excess) < largest(best.excess)) best = now;
  }
  return { best, slope };
}

/** Iterations, as multiples, and moves to stop at when Newton's method does not converge from where the map stands: it may crawl. */
const ROUNDS = [
  { times: 1, enough: 1e-3 },
  { times: 4, enough: 1e-5 },
  { times: 16, enough: 1e-7 },
] as const;

/** The fixed point that the map reaches from `start`, or null where it reaches none, or one in which a group has merged that is apart in `start`. */
export function blockFixedPoint(map: BlockMap, start: BlockState, options: FixedPointOptions): BlockFixedPoint | null {
  const { iterations, tolerance } = options;
  const x = coordinatesOf(start, map.absolute);
  let plain: Place | null = { x, ...map.excess(x, start) };
  if (plain.excess.length !== x.length) return null;
  let found: ReturnType<typeof polish> = { best: plain, slope: null };
  for (const [round, { times, enough }] of ROUNDS.entries()) {
    if (round === 2 && merges(plain, map.absolute)) return null;
    plain = iterate(map, start, plain, iterations * times, enough);
    if (plain === null) return null;
    found = polish(map, start, plain, options);
    if (largest(found.best.excess) <= Math.max(tolerance, 1e-9) || iterations < 2) break;
  }
  const { best, slope } = found;
  const state = stateAt(best.x, start, map.absolute);
  return {
    state: map.absolute ? state : scaledTo(state, best.mapped.state),
    mapped: best.mapped,
    residual: largest(best.excess),
    slope,
  };
}

/** Without epsilon the map fixes the scale: that of what it gives. */
function scaledTo(state: BlockState, mapped: BlockState): BlockState {
  const factor = mapped.between / state.between;
  return { sizes: state.sizes, between: mapped.between, within: [state.within[0] * factor, state.within[1] * factor] };
}
