/**
 * Whether a path has arrived: three looks in a row see the same groups, a fixed point with these groups attracts, and every
 * sample looks like the fixed point's.
 */
import type { Estimate } from "../../../numeric/estimate.js";
import type { BatchNorm } from "../batchNorm.js";
import type { Problem } from "../problem.js";
import { type Attractor, attractorNear } from "./attractor.js";
import type { BlockState } from "./blockState.js";
import type { Grouping } from "./grouping.js";
import { sameGroups } from "./grouping.js";
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

/** Centred variance of a sample of each group. */
const variances = ({ sizes: [one, two], between, within }: BlockState) => {
  const own = (share: number, size: number, l: number) => (share * between) / (size * (one + two)) + l * (1 - 1 / size);
  return [own(two, one, within[0]), own(one, two, within[1])] as const;
};

/**
 * Whether every sample of the path looks like the attractor's: centred variances, over their mean, within a quarter of the gap
 * between the groups in logs, but within 1/2 to 1. Noise of width 1000 moves single samples by 1/2.
 */
export function isNear({ members }: Grouping, profile: Float64Array, { state }: Attractor): boolean {
  const goal = variances(state);
  const mean = (state.sizes[0] * goal[0] + state.sizes[1] * goal[1]) / profile.length;
  const reach = Math.min(1, Math.max(0.5, Math.abs(Math.log(goal[0] / goal[1])) / 4));
  return members.every((group, a) => group.every((i) => Math.abs(Math.log((profile[i]! * mean) / goal[a]!)) < reach));
}

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

  /** What the last three looks say; null while it is open. */
  verdict(looks: readonly Look[]): Verdict | null {
    const last = looks.slice(-3);
    const now = last.at(-1);
    if (now === undefined || last.length < 3) return null;
    const stable = this.#bsb1.stability.verdict === "stable";
    const symmetric: Verdict = { ...nowhere, kind: "bsb1", blocks: [this.#problem.batch], rate: this.#bsb1.rate };
    if (stable && last.every(({ point }) => point.ratio < 4)) return symmetric;
    if (!last.every(({ grouping }) => sameGroups(grouping, now.grouping))) return null;
    const attractor = this.#attractor(now.grouping.state);
    if (attractor === null) return null;
    if (isSymmetric(attractor)) return stable ? symmetric : null;
    if (!isNear(now.grouping, now.profile, attractor)) return null;
    return { ...nowhere, kind: "bsb2", blocks: [...attractor.sizes], attractor, rate: attractor.rate };
  }
}
