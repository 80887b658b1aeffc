import type { Estimate } from "../../../numeric/estimate.js";
import type { BatchNorm } from "../batchNorm.js";
import type { BatchNormOptions } from "../problem.js";
import { type Dynamics, followDynamics } from "./dynamics.js";
import type { DynamicsOptions } from "./dynamicsOptions.js";

/** One place where paths end. */
export interface Basin {
  readonly kind: Dynamics["kind"];
  readonly blocks: readonly number[];
  /** Paths that ended here. */
  readonly count: number;
  /** Growth of E|gradient|^2 a layer there; null where it is not known. */
  readonly rate: Estimate | null;
}

export interface Basins {
  readonly bsb1: BatchNorm;
  readonly runs: number;
  /** The first seed; the others follow it. */
  readonly seed: number;
  readonly width: number;
  /** Most frequent first. */
  readonly basins: readonly Basin[];
}

const keyOf = ({ kind, blocks }: Basin | Dynamics) => `${kind} ${blocks.join("+")}`;

/** Yields after every layer of every path; returns how often each attractor was reached from seeds `seed`, `seed` + 1, ... */
export function* followBasins(
  options: BatchNormOptions,
  runs: number,
  how: DynamicsOptions = {},
): Generator<number, Basins | null, void> {
  const { seed = 1 } = how;
  const found = new Map<string, Basin>();
  let last: Dynamics | null = null;
  for (let run = 0; run < runs; run++) {
    const path = followDynamics(options, { ...how, seed: seed + run });
    for (;;) {
      const { done, value } = path.next();
      if (done) {
        last = value;
        break;
      }
      yield run;
    }
    const { kind, blocks, rate } = last;
    const key = keyOf(last);
    found.set(key, { kind, blocks, rate, count: (found.get(key)?.count ?? 0) + 1 });
  }
  if (last === null) return null;
  const basins = [...found.values()].sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1));
  return { bsb1: last.bsb1, runs, seed, width: last.width, basins };
}

/**
 * How often each attractor is reached by the paths of `runs` seeds (at least 1). Deterministic. The noise of a narrow network
 * carries paths out of shallow basins: near a transition use a large width.
 * @throws TheoryError as `dynamics`.
 */
export function basins(options: BatchNormOptions, runs: number, how: DynamicsOptions = {}): Basins {
  const all = followBasins(options, Math.max(1, Math.floor(runs)), how);
  for (;;) {
    const { done, value } = all.next();
    if (done) return value!;
  }
}
