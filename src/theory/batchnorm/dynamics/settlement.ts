/**
 * Whether a path has arrived: two looks in a row see the same groups, a fixed point with these groups attracts (no perturbation
 * of any kind grows), and every sample looks like the fixed point's. Groups that noise might feign must stand for forty layers.
 * Much longer waiting tells no more: the noise of a finite width carries a path from one such fixed point to the next.
 */
import type { Estimate } from "../../../numeric/estimate.js";
import type { BatchNorm } from "../batchNorm.js";
import type { Problem } from "../problem.js";
import { type Attractor, attractorNear } from "./attractor.js";
import type { BlockState, Pair } from "./blocks/blockState.js";
import { type Grouping, sameGroups } from "./path/grouping.js";
import type { Look } from "./path/look.js";

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

/** Distance of two groups in the logs of their centred variances. */
const gapOf = ([one, two]: Pair) => Math.abs(Math.log(one / two));

/**
 * Whether the centred variances of all samples of a group are near `goal`, in logs: on the nearer side of the middle, and closer
 * than 1/2, or than a quarter of the gap up to 1. Noise of width 1000 moves single samples by 1/2.
 */
function isNear({ members }: Grouping, profile: Float64Array, goal: Pair): boolean {
  const gap = gapOf(goal);
  const reach = Math.min(gap / 2, Math.max(0.5, Math.min(1, gap / 4)));
  return members.every((group, a) => group.every((i) => Math.abs(Math.log(profile[i]! / goal[a]!)) < reach));
}

/** Groups this far apart, in logs, are no play of the noise. */
const CLEAR = 2;
/** Looks back at which groups that are not clear must stand, and number of looks at which a stable BSB1 must show none. */
const PATIENCE = [8, 4, 0] as const;
const SYMMETRIC = 12;
/** Variances of samples of a stable BSB1 differ by less than this factor. */
const ALIKE = 4;

/** Sizes for which no attractor was found, and when to try from another place. */
interface Failure {
  readonly wait: number;
  readonly until: number;
}

export class Settlement {
  readonly #problem: Problem;
  readonly #bsb1: BatchNorm;
  /** By sizes: an attractor does not depend on the path, and one that was not found is looked for less and less often. */
  readonly #known = new Map<string, Attractor>();
  readonly #failures = new Map<string, Failure>();

  constructor(problem: Problem, bsb1: BatchNorm) {
    this.#problem = problem;
    this.#bsb1 = bsb1;
  }

  #attractor(state: BlockState, layer: number): Attractor | null {
    const key = state.sizes.join("+");
    const known = this.#known.get(key);
    const { wait = 10, until = 0 } = this.#failures.get(key) ?? {};
    if (known !== undefined || layer < until) return known ?? null;
    const found = attractorNear(this.#problem, state);
    if (found !== null && found.growth.value + found.growth.error < 1) {
      if (!isSymmetric(found)) this.#known.set(key, found);
      return found;
    }
    this.#failures.set(key, { wait: 2 * wait, until: layer + wait });
    return null;
  }

  /** What the last looks say; null while it is open. */
  verdict(looks: readonly Look[]): Verdict | null {
    const back = (by: number) => looks[looks.length - 1 - by];
    const [now, before] = [back(0), back(1)];
    if (now === undefined || before === undefined) return null;
    const patient = PATIENCE.map(back).filter((look) => look !== undefined);
    const waited = patient.length === PATIENCE.length;
    const stable = this.#bsb1.stability.verdict === "stable";
    const symmetric: Verdict = { ...nowhere, kind: "bsb1", blocks: [this.#problem.batch], rate: this.#bsb1.rate };
    const last = looks.slice(-SYMMETRIC);
    const alike = last.length === SYMMETRIC && last.every(({ point }) => point.ratio < ALIKE);
    if (stable && alike) return symmetric;
    const { grouping, profile, point } = now;
    const clear = gapOf(point.variance) > CLEAR;
    if (!(clear || waited) || !isNear(grouping, profile, point.variance)) return null;
    if (!(clear ? [before] : patient).every((look) => sameGroups(look.grouping, grouping))) return null;
    const attractor = this.#attractor(grouping.state, point.layer);
    if (attractor === null) return null;
    if (isSymmetric(attractor)) return stable && waited ? symmetric : null;
    if (!isNear(grouping, profile, variances(attractor.state))) return null;
    return { ...nowhere, kind: "bsb2", blocks: [...attractor.sizes], attractor, rate: attractor.rate };
  }

  /** An attractor with the groups of the last look, though the path is not at it; null where there is none. */
  nearest(looks: readonly Look[]): Attractor | null {
    const now = looks.at(-1);
    const found = now === undefined ? null : this.#attractor(now.grouping.state, Infinity);
    return found === null || isSymmetric(found) ? null : found;
  }
}
