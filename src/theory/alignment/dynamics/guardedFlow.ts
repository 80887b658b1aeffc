import { type Derivative, type OdeOptions, solveOde } from "../../../numeric/ode.js";

export type WhyStopped = "diverging" | "large" | "unfinished";

export interface GuardedSolution {
  /** The given times that were reached. */
  readonly times: readonly number[];
  readonly states: readonly (readonly number[])[];
  /** The last moment and state that were reached, null when all times were. */
  readonly stopped: {
    readonly at: number;
    readonly state: readonly number[];
    /**
     * "diverging": its steps fell to roundoff, as before a blow-up in finite time; "large": it left the bound without that; "unfinished":
     * evaluations were used up.
     */
    readonly why: WhyStopped;
  } | null;
  /** As the solver's. */
  readonly error: number;
  readonly evals: number;
  readonly converged: boolean;
}

interface Guard extends OdeOptions {
  readonly size: (y: readonly number[]) => number;
  readonly bound: number;
}

/** A stop is looked for among PARTS times, first geometric ones, LEVELS times finer and finer. */
const PARTS = 64;
const LEVELS = 7;

/**
 * A flow that stops where `size` of the state exceeds the bound, instead of running into overflow or steps without end. Times after the stop
 * are left out.
 */
export function guardedFlow(
  derivative: Derivative,
  start: readonly number[],
  times: readonly number[],
  { size, bound, maxEvals = 200_000, tolerance = 1e-11 }: Guard,
): GuardedSolution {
  // the solver takes an infinite slope for the edge of the domain and stops there
  const guarded: Derivative = (t, y) => (size(y) > bound ? y.map(() => Number.POSITIVE_INFINITY) : derivative(t, y));
  const solution = solveOde(guarded, start, times, { maxEvals, tolerance });
  const reached = solution.times.length;
  const last = { at: solution.times[reached - 1], state: solution.states[reached - 1] };
  if (reached === times.length) return { ...solution, stopped: null };
  // the tighter of the solver's two runs has two thirds of them
  if (solution.evals > 0.66 * maxEvals) {
    const place = refined(guarded, last, times[reached]!, { maxEvals, tolerance }, 2);
    return { ...solution, stopped: { ...place, why: "unfinished" } };
  }
  const place = refined(guarded, last, times[reached]!, { maxEvals, tolerance }, LEVELS);
  return { ...solution, stopped: { ...place, why: size(place.state) > bound - NEAR ? "large" : "diverging" } };
}

/** In units of the size: an exponential is stopped so near to the bound. */
const NEAR = 2;

interface Place {
  readonly at: number;
  readonly state: readonly number[];
}

/** The last moment before the stop, which lies before `next`, found by finer and finer times. */
function refined(guarded: Derivative, start: Place, next: number, options: OdeOptions, levels: number): Place {
  let [place, end] = [start, next];
  for (let level = 0; level < levels; level++) {
    // 2^-16, 2^-32, ... of the time; then all magnitudes within that; then equal parts
    const grid = level < 2 ? towards(place.at, end, level === 0 ? 16 : 0.25) : between(place.at, end);
    if (grid.length < 3) break;
    const { times, states } = solveOde(guarded, place.state, grid, options);
    const reached = times.length;
    if (reached === grid.length) break;
    place = { at: times[reached - 1], state: states[reached - 1] };
    end = grid[reached];
  }
  return place;
}

/** from, ..., from + (to - from) 2^(-2 halvings), from + (to - from) 2^-halvings, to. */
const towards = (from: number, to: number, halvings: number): number[] => [
  ...new Set([
    from,
    ...Array.from({ length: PARTS }, (_, i) => from + (to - from) * 2 ** (-halvings * (PARTS - 1 - i))),
  ]),
];

/** Increasing times from one to the other; fewer where doubles lie closer. */
const between = (from: number, to: number): number[] => [
  ...new Set(Array.from({ length: PARTS + 1 }, (_, i) => (i === PARTS ? to : from + (to - from) * (i / PARTS)))),
];
