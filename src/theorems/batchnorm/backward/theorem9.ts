/** The rate as a quotient of two sums over Gegenbauer coefficients; the sums are cut where the terms have died out. */
import { minus, over, plus, power, times } from "../../../symbolic/build.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rateBySeries } from "../ways/gegenbauerSeries.js";
import { rateByEllipse } from "../ways/pairMoments.js";
import { exactly } from "../ways/proofNamed.js";

const energy = times("c_k", power("a_k", 2));
const claim = equation(
  symbol("lambda_G"),
  over(
    call(
      "Sum",
      times("k", over(plus(minus("B", 3), "k"), minus("B", 3)), energy),
      symbol("k"),
      integer(1),
      call("Infinity"),
    ),
    call("Sum", energy, symbol("k"), integer(1), call("Infinity")),
  ),
);

export const theorem9 = theorem({
  id: "batchnorm/theorem-9",
  kind: "theorem",
  title: "The explosion rate is a weighted mean of k(B-3+k)/(B-3) over Gegenbauer coefficients",
  notation: {
    lambda_G: "the explosion rate",
    a_k: "coefficients of phi in the orthonormal Gegenbauer basis of one sample",
    c_k: "1 - P_k(-1/(B-1)), P_k(1) = 1",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "smooth", doc: "activation; kinks make the series converge slowly" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9, eq. (27)" }],
  uses: ["batchnorm/theorem-7", "batchnorm/theorem-9-basis", "batchnorm/theorem-9-gap"],
  proof: { kind: "cited" },
  checks: [
    {
      ...exactly("theorem-9-cubic", "theorem-9-quartic", ...[1, 2, 3, 4, 5, 6].map((k) => `theorem-9-dirichlet-${k}`)),
      because: "they are its terms for k = 1 .. 6, a cubic and a quartic; that it holds for every k is the paper's",
    },
    {
      kind: "routes",
      left: { name: "the two sums over up to 512 coefficients", evaluate: ({ B, phi }) => rateBySeries(phi, B) },
      right: { name: "Theorem 7's integral by a product rule", evaluate: ({ B, phi }) => rateByEllipse(phi, B) },
      tolerance: {
        unit: "rel",
        limit: 1e-8,
        why: "panels resolve phi'^2 to 1e-10; nearly constant phi lose two digits",
      },
    },
  ],
});
