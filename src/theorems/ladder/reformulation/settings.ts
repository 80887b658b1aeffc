/** The random ladders and networks over which the statements of Sections 2 and 3 range. */
import { domainError } from "../../../numeric/domain.js";
import { familyPairs, type Ladder, type Region } from "../../../theory/ladder/ladder.js";
import type { Targets } from "../../../theory/ladder/network/backwardPass.js";
import type { LocallyConnectedNetwork } from "../../../theory/ladder/network/network.js";
import { type LadderClass, randomLadder } from "../../../theory/ladder/random/randomLadder.js";
import { randomNetwork, randomTargets } from "../../../theory/ladder/random/randomNetwork.js";
import type { Tolerance } from "../../theorem.js";

const sizes = {
  pixels: { set: "integer", min: 2, max: 4, doc: "Pixels of the image." },
  values: { set: "integer", min: 1, max: 3, doc: "Values of a pixel." },
  levels: { set: "integer", min: 2, max: 4, doc: "Levels of regions." },
  events: { set: "integer", min: 1, max: 3, doc: "Most labels of a region, where labels are not contents." },
  zeros: { set: "real", min: 0, max: 0.8, doc: "Share of the inputs that have probability zero." },
  seed: {
    set: "integer",
    min: 0,
    max: 2 ** 32 - 1,
    doc: "Seed of the probabilities, receptive fields, labels, weights and targets.",
  },
} as const;

/** Parameters of a random ladder of one of these classes. */
export const ladderOf = <const C extends readonly LadderClass[]>(...of: C) =>
  ({
    class: {
      set: "choice",
      of,
      doc: "How labels depend on contents: random functions (deterministic), z = x (lossless), the list of the pixels' labels, with pixels independent given these (faithful), or at random (stochastic).",
    },
    ...sizes,
  }) as const;

/** Parameters of a random network on a random ladder. */
export const networkOn = <const C extends readonly LadderClass[]>(...of: C) =>
  ({ ...ladderOf(...of), width: { set: "integer", min: 1, max: 2, doc: "Nodes of a region." } }) as const;

const lossy = {
  values: { ...sizes.values, min: 2 },
  events: { ...sizes.events, min: 2, max: 4 },
} as const;

/** The same with several values and labels, so that labels lose some information at most seeds. */
export const lossyLadderOf = <const C extends readonly LadderClass[]>(...of: C) =>
  ({ ...ladderOf(...of), ...lossy }) as const;
export const lossyNetworkOn = <const C extends readonly LadderClass[]>(...of: C) =>
  ({ ...networkOn(...of), ...lossy }) as const;

export interface LadderPoint {
  readonly class: LadderClass;
  readonly pixels: number;
  readonly values: number;
  readonly levels: number;
  readonly events: number;
  readonly zeros: number;
  readonly seed: number;
}

export interface NetworkPoint extends LadderPoint {
  readonly width: number;
}

export const ladderAt = (point: LadderPoint): Ladder => randomLadder(point);

export interface Trained {
  readonly ladder: Ladder;
  readonly network: LocallyConnectedNetwork;
  readonly targets: Targets;
}

/** The network of a point; targets are functions of the event of the output's region, or of the atom. */
export function networkAt(
  point: NetworkPoint,
  { signs = "any", of = "event" }: { readonly signs?: "any" | "positive"; readonly of?: "event" | "atom" } = {},
): Trained {
  const ladder = ladderAt(point);
  const network = randomNetwork(ladder, { seed: point.seed, width: point.width, signs });
  return { ladder, network, targets: randomTargets(network, { seed: point.seed, of }) };
}

/** A network for which Theorem 2's conditions hold: any on a lossless ladder, one with open gates on a faithful one. */
export const conditionedAt = (point: NetworkPoint): Trained =>
  networkAt(point, { signs: point.class === "lossless" ? "any" : "positive" });

/** A list made of every parent and child. */
export const overFamilies = <T>(ladder: Ladder, make: (parent: Region, child: Region) => readonly T[]): readonly T[] =>
  familyPairs(ladder).flatMap(({ parent, child }) => make(parent, child));

/** The numbers; a point where all are zero up to rounding says nothing about them and is skipped. */
export function notAllZero(what: string, list: readonly number[]): readonly number[] {
  if (list.some((value) => Math.abs(value) > 1e-9)) return list;
  throw domainError(what, "zero", "one that is not", "Take another seed.");
}

/** For conditional means of up to 243 atoms through up to four layers. */
export const rounding: Tolerance = {
  unit: "rel",
  limit: 1e-12,
  why: "rounding of sums over at most 243 atoms and up to four layers of weights of order 1, which may cancel to a hundredth",
};

/** For probabilities and their distances. */
export const probabilityRounding: Tolerance = {
  unit: "abs",
  limit: 1e-12,
  why: "rounding of sums of at most 243 probabilities, divided by one that is at least 1e-4 or so",
};

/** For gradients, which may all be small where outputs meet their targets. */
export const gradientRounding: Tolerance = {
  unit: "abs",
  limit: 1e-11,
  why: "rounding of means of numbers up to order 100 over at most 243 atoms",
};

/** For gaps, which may be rounding alone. */
export const gapRounding: Tolerance = {
  unit: "abs",
  limit: 1e-12,
  why: "rounding of differences of means of numbers of order 10",
};
