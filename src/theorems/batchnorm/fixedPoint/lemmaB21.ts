import gamma from "@stdlib/math-base-special-gamma";
import { cachedLegendre } from "../../../numeric/quadrature/pieces.js";
import { gamma as Gamma, over, pi, plus, power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

export const lemmaB21 = theorem({
  id: "batchnorm/lemma-b-21",
  kind: "lemma",
  title: "The integrals of sin, sin^2, ..., sin^k over [0, pi] have the product pi^(k/2)/Gamma((k+2)/2).",
  notation: { product: "the product over r = 1 .. k of the integral of sin^r over [0, pi]" },
  parameters: { k: { set: "integer", min: 1, max: 150, doc: "How many angles." } },
  assumptions: [],
  claim: equation(symbol("product"), over(power(pi, over("k", 2)), Gamma(over(plus("k", 2), 2)))),
  source: paper("Lemma B.21"),
  uses: ["batchnorm/lemma-b-20"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the product of Gauss-Legendre sums with 120 nodes",
        evaluate: ({ k }) => {
          const { nodes, weights } = cachedLegendre(120);
          let product = 1;
          for (let r = 1; r <= k; r++) {
            let sum = 0;
            nodes.forEach((x, i) => {
              sum += weights[i]! * Math.cos((Math.PI * x) / 2) ** r;
            });
            product *= (sum * Math.PI) / 2;
          }
          return product;
        },
      },
      right: { name: "pi^(k/2)/Gamma((k+2)/2)", evaluate: ({ k }) => Math.PI ** (k / 2) / gamma((k + 2) / 2) },
      tolerance: { unit: "rel", limit: 1e-12, why: "a product of 150 sums, each to a few units of rounding" },
    },
  ],
});
