import { over, power, times } from "../../../symbolic/build.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { gaussianRate } from "../ways/gaussianLine.js";
import { hermiteMeanDegree } from "../ways/gegenbauerSeries.js";

const square = power("h_k", 2);
const all = (body: ReturnType<typeof times>) => call("Sum", body, symbol("k"), integer(1), call("Infinity"));
const claim = equation(symbol("lambda_inf"), over(all(times("k", square)), all(square)));

export const hermiteRate = theorem({
  id: "batchnorm/hermite-rate",
  kind: "formula",
  title: "The large-batch rate is the mean degree of phi's Hermite expansion",
  notation: {
    lambda_inf: "the limit of the explosion rate for B -> infinity",
    h_k: "coefficients of phi in normalised Hermite polynomials",
  },
  parameters: { phi: { set: "activation", class: "smooth", doc: "activation; kinks make the series converge slowly" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9; the limit is ours" }],
  uses: ["batchnorm/large-batch-limit", "batchnorm/theorem-9"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the sums over up to 512 Hermite coefficients", evaluate: ({ phi }) => hermiteMeanDegree(phi) },
      right: { name: "E phi'^2/Var phi by quadrature on panels", evaluate: ({ phi }) => gaussianRate(phi) },
      tolerance: { unit: "rel", limit: 1e-8, why: "nearly constant phi lose two digits" },
    },
  ],
});
