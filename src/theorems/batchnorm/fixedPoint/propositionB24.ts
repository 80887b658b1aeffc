import { gamma as Gamma, minus, over, pi, plus, power, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { pairMeanByAngle, sphereMoment } from "../ways/homogeneous.js";
import { largeBatchLimit } from "../ways/largeBatchLimit.js";
import { degree } from "./settings.js";

export const propositionB24 = theorem({
  id: "batchnorm/proposition-b-24",
  kind: "proposition",
  title: "K_{alpha,B} tends to c_alpha as the batch grows.",
  notation: { K_limit: "the limit of K_{alpha,B} for B to infinity" },
  parameters: {
    B: { set: "integer", min: 10_000, max: 1_000_000, doc: "Batch size from which the limit is extrapolated." },
    alpha: degree,
  },
  assumptions: [],
  claim: equation(
    symbol("K_limit"),
    over(times(power(2, minus("alpha", 1)), Gamma(plus("alpha", over(1, 2)))), root(pi)),
  ),
  source: paper("Proposition B.24"),
  uses: ["batchnorm/definition-b-23"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "K at B-1 = n .. 8n, extrapolated",
        evaluate: ({ B, alpha }) => largeBatchLimit((n) => sphereMoment(alpha, n + 1), B - 1),
      },
      right: {
        name: "E z_+^(2 alpha) of a standard normal z, by an angle",
        evaluate: ({ alpha }) => pairMeanByAngle({ alpha, p: 1, m: 0 }, 1),
      },
      tolerance: {
        unit: "rel",
        limit: 1e-11,
        why: "rounding of Gamma quotients, five times; the extrapolation leaves alpha^8/n^4 = 1e-11 of K, n >= 1e4",
      },
    },
  ],
});
