/** The basis of Theorem 9: its factor makes the Gegenbauer polynomials orthonormal under the law of one sample. */
import { gegenbauerCoefficients, gegenbauerOrthonormal } from "../../../numeric/special/gegenbauer.js";
import { minus, over, plus, root, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { exactly } from "../ways/proofNamed.js";

const lambda = over(minus("B", 3), 2);
const zonal = call("Gegenbauer", symbol("k"), lambda, over("z", root(minus("B", 1))));
const claim = equation(
  symbol("e_k"),
  times(
    root(
      over(
        plus(minus("B", 3), times(2, "k")),
        times(minus("B", 3), call("Binomial", plus(minus("B", 4), "k"), symbol("k"))),
      ),
    ),
    zonal,
  ),
);

export const theorem9Basis = theorem({
  id: "batchnorm/theorem-9-basis",
  kind: "definition",
  title: "The orthonormal Gegenbauer basis of one sample of a batch",
  notation: { e_k: "e_k(z), orthonormal under the law of one sample, with positive leading coefficient" },
  parameters: {
    B: { set: "integer", min: 4, max: 200, doc: "batch size" },
    k: { set: "integer", min: 0, max: 20, doc: "degree" },
    z: { set: "real", min: -1.7, max: 1.7, doc: "argument; |z| <= sqrt(B-1)" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9" }],
  uses: [],
  proof: { kind: "cited" },
  checks: [
    { ...exactly("theorem-9-at-one"), because: "it is the value at one, which the factor is made of" },
    {
      kind: "routes",
      left: {
        name: "the recurrence of the orthonormal polynomials",
        evaluate: ({ B, k, z }) => gegenbauerOrthonormal(gegenbauerCoefficients(B - 1, Math.max(1, k)), z)[k]!,
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-9, why: "binomials up to 1e27 by Gamma functions" },
    },
  ],
});
