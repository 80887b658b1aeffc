import { lemma4Orthogonal, lemma4Sine, lemma4Unit } from "../../../../proofs/alignment/hyperplanes.js";
import { dot, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { misalignment } from "../../../theory/alignment/noisyRecovery/misalignment.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed, size } from "../ways/parameters.js";
import { gaussians, streamOf } from "../ways/randomObjects.js";

/** Two rows [w~, b] with |w~| = 1. */
function rowsOf({ d, seed: from }: { readonly d: number; readonly seed: number }) {
  const stream = streamOf(from, 13);
  const row = () => [...unit(gaussians(stream, d)), stream.next()];
  return [row(), row()] as const;
}

/** u~: the part of w~' orthogonal to w~, made a unit vector. */
function along(w: readonly number[], other: readonly number[]): readonly number[] {
  const c = dot(w, other);
  return unit(other.map((entry, i) => entry - c * w[i]!));
}

const sineOfRows = (a: readonly number[], b: readonly number[]) => Math.sqrt(1 - dot(unit(a), unit(b)) ** 2);

const projected = {
  name: "w~'.u~",
  evaluate: (setting: { readonly d: number; readonly seed: number }) => {
    const [a, b] = rowsOf(setting).map((row) => row.slice(0, -1));
    return dot(b!, along(a!, b!));
  },
};

const tolerance = {
  unit: "abs",
  limit: 1e-11,
  why: "the orthogonal part is normalised: rounding over the sine of the angle, which is below 1e-4 at one seed in ten thousand",
} as const;

export const lemma4 = theorem({
  id: "alignment/lemma-4",
  kind: "lemma",
  title:
    "For unit weights w~ and w~' without biases there is a unit vector u~ orthogonal to w~ with w~'.u~ = sin theta~.",
  notation: {
    u: "w~'.u~ for the normalised part u~ of w~' orthogonal to w~",
    s: "sin theta~, of the angle between w~ and w~'",
    "s'": "sin theta, of the angle between [w~, b] and [w~', b']",
  },
  parameters: { d: size(2, 8, "Number of inputs."), seed },
  assumptions: [],
  claim: equation(symbol("u"), symbol("s")),
  source: paper("Lemma 4, eq. (30)"),
  uses: [],
  proof: { kind: "steps", file: "proofs/alignment/hyperplanes.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "w~'.u~, |u~| and w~.u~",
        evaluate: (setting) => {
          const [a, b] = rowsOf(setting).map((row) => row.slice(0, -1));
          const u = along(a!, b!);
          return [dot(b!, u), Math.hypot(...u), dot(a!, u)];
        },
      },
      right: {
        name: "sin theta~ from half the chord, 1 and 0",
        evaluate: (setting) => {
          const [a, b] = rowsOf(setting);
          return [misalignment(a, b).sine, 1, 0];
        },
      },
      tolerance,
    },
    {
      kind: "exact",
      proofs: [lemma4Orthogonal, lemma4Unit, lemma4Sine],
      because: "u~ is orthogonal to w~, a unit vector, and has the inner product sin theta~ with w~'",
    },
  ],
  printed: {
    claim: equation(symbol("u"), symbol("s'")),
    says: "The angle is said to be that of the vectors w_j and w_j' with their biases; it is the angle of the bias-free ones.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, seed: 1 },
      left: projected,
      right: { name: "the sine of the angle with biases", evaluate: (setting) => sineOfRows(...rowsOf(setting)) },
      tolerance,
    },
  },
});
