import { momentsFromCumulants } from "../../../../proofs/landscape/cumulants.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { jointCumulant } from "../../../theory/landscape/cumulants/jointCumulant.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logarithmCoefficient } from "./allPlaces.js";
import { randomProbabilities, range, rounding, seed, size, streamOf } from "./settings.js";

export interface Tuple {
  readonly k: number;
  readonly n: number;
  readonly seed: number;
}

/** Four values of an n-dimensional vector, and k of its coordinates. */
export function tupleOf({ k, n, seed: from }: Tuple) {
  const stream = streamOf(from, 1);
  const values = range(4).map(() => range(n).map(() => stream.next()));
  const probabilities = randomProbabilities(stream, 4);
  const indices = range(k).map(() => Math.floor(stream.uniform() * n));
  return { values, probabilities, indices };
}

export const definitionF5 = theorem({
  id: "landscape/definition-f-5",
  kind: "definition",
  title:
    "Joint cumulants are the coefficients of the logarithm of the characteristic function, and sums over partitions of products of moments.",
  notation: {
    kappa: "sum over partitions p of (-1)^(|p|-1) (|p|-1)! times the moments of the blocks",
    l: "coefficient of t_1 .. t_k in log E exp(t_1 w_i1 + .. + t_k w_ik)",
  },
  parameters: {
    k: size(1, 5, "Order k."),
    n: size(1, 4, "Dimension of the random vector."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("kappa"), symbol("l")),
  source: paper("Definition F.5"),
  uses: [],
  proof: { kind: "steps", file: "proofs/landscape/cumulants.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [momentsFromCumulants],
      because: "order 4 of one variable: the formulas by partitions invert the series of the exponential",
    },
    {
      kind: "routes",
      left: {
        name: "partitions",
        evaluate: (point) => {
          const { values, probabilities, indices } = tupleOf(point);
          return jointCumulant(values, probabilities, indices).value;
        },
      },
      right: {
        name: "the series of the logarithm",
        evaluate: (point) => {
          const { values, probabilities, indices } = tupleOf(point);
          return logarithmCoefficient(
            indices.map((index) => values.map((value) => value[index]!)),
            probabilities,
          );
        },
      },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding of sums of products of moments, up to 1e4 at order 5" },
    },
    {
      kind: "reference",
      at: { k: 3, n: 2, seed: 1 },
      value: "0.096",
      origin: "p (1 - p) (1 - 2 p), the third cumulant of a binary variable, by hand",
      way: {
        name: "third cumulant of a binary variable with p = 0.2",
        evaluate: () => jointCumulant([[1], [0]], [0.2, 0.8], [0, 0, 0]).value,
      },
      tolerance: rounding,
    },
  ],
});
