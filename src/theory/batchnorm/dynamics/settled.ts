/**
 * Whether a path has arrived: two looks in a row see the same groups, a fixed point with these groups attracts (no perturbation
 * of any kind grows), and every sample looks like the fixed point's. Waiting longer would not tell more: the noise of a finite
 * width carries a path from one such fixed point to the next for ever.
 */
import type { Estimate } from "../../../numeric/estimate.js";
import type { BatchNorm } from "../batchNorm.js";
import type { Problem } from "../problem.js";
import { type Attractor, attractorNear } from "./attractor.js";
import type { BlockState, Pair } from "./blockState.js";
import { type Grouping, sameGroups } from "./grouping.js";
import type { Look } from "./look.js";

/**
 * bsb1: stays at, or returns to, the symmetric fixed point. bsb2: two groups of samples. cycle: the covariance returns
 * after `period` layers. collapse: all samples become alike. escape: the covariance overflows. undecided: none of these within the layers given.
 */
export type DynamicsKind = "bsb1" | "bsb2" | "cycle" | "collapse" | "escape" | "undecided";

export interface Verdict {
  readonly kind: DynamicsKind;
  /** Group sizes, larger variance first: [B] for bsb1 and collapse, empty where no groups stand. */
  readonly blocks: readonly number[];
  /** The state reached, for bsb2. */
  readonly attractor: Attractor | null;
  readonly period: number | null;
  /** Growth of E|gradient|^2 a layer where the network goes; null where that is not known. */
  readonly rate: Estimate | null;
}

export const nowhere: Verdict = { kind: "undecided", blocks: [], attractor: null, period: null, rate: null };

/** A fixed point whose three eigenvalues are one is BSB1. */
const isSymmetric = ({ state: { sizes, between, within } }: Attractor) =>
  within.every((value, a) => sizes[a as 0 | 1] === 1 || Math.abs(value - between) < 1e-3 * between);

/** Centred variance of a sample of each group over the mean of all. */
function variances({ sizes: [one, two], between, within }: BlockState): Pair {
  const own = (share: number, size: number, l: number) => (share * between) / (size * (one + two)) + l * (1 - 1 / size);
  const [first, second] = [own(two, one, within[0]), own(one, two, within[1])];
  const mean = (one * first + two * second) / (one + two);
  return [first / mean, second / mean];
}

/**
 * Whether the centred variances of all samples of a group are near `goal`: within a quarter of the gap between the groups in
 * logs, but within 1/2 to 1. Noise of width 1000 moves single samples by 1/2.
 */
function isNear({ members }: Grouping, profile: Float64Array, goal: Pair): boolean {
  const reach = Math.min(1, Math.max(0.5, Math.abs(Math.log(goal[0] / goal[1])) / 4));
  return members.every((group, a) => group.every((i) => Math.abs(Math.log(profile[i]! / goal[a]!)) < reach));
}

/** Looks at which a stable BSB1 must show no groups. */
const SYMMETRIC_LOOKS = 9;

export class Settlement {
  readonly #problem: Problem;
  readonly #bsb1: BatchNorm;
  /** Attractors found, by sizes: they do not depend on the path. */
  readonly #known = new Map<string, Attractor>();

  constructor(problem: Problem, bsb1: BatchNorm) {
    this.#problem = problem;
    this.#bsb1 = bsb1;
  }

  #attractor(state: BlockState): Attractor | null {
    const key = state.sizes.join("+");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = attractorNear(this.#problem, state);
    if (found === null || !(found.growth.value + found.growth.error < 1)) return null;
    if (!isSymmetric(found)) this.#known.set(key, found);
    return found;
  }

  /** What the last looks say; null while it is open. */
  verdict(looks: readonly Look[]): Verdict | null {
    const [before, now] = looks.slice(-2);
    if (before === undefined || now === undefined) return null;
    const stable = this.#bsb1.stability.verdict === "stable";
    const symmetric: Verdict = { ...nowhere, kind: "bsb1", blocks: [this.#problem.batch], rate: this.#bsb1.rate };
    const last = looks.slice(-SYMMETRIC_LOOKS);
    if (stable && last.length === SYMMETRIC_LOOKS && last.every(({ point }) => point.ratio < 4)) return symmetric;
    const { grouping, profile, point } = now;
    if (!sameGroups(before.grouping, grouping) || !isNear(grouping, profile, point.variance)) return null;
    const attractor = this.#attractor(grouping.state);
    if (attractor === null) return null;
    if (isSymmetric(attractor)) return stable && last.length === SYMMETRIC_LOOKS ? symmetric : null;
    if (!isNear(grouping, profile, variances(attractor.state))) return null;
    return { ...nowhere, kind: "bsb2", blocks: [...attractor.sizes], attractor, rate: attractor.rate };
  }
}
