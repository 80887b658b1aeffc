/** The product over L residual blocks in closed form. */
import { gamma, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";

const claim = equation(
  symbol("growth"),
  over(
    times(gamma(plus("l_0", "L", "r")), gamma(symbol("l_0"))),
    times(gamma(plus("l_0", "r")), gamma(plus("l_0", "L"))),
  ),
);

export const residualRecursion = theorem({
  id: "batchnorm/residual-recursion",
  kind: "lemma",
  title: "The gradient factors 1 + r/(l_0+l) of residual blocks multiply to a quotient of Gamma functions",
  notation: {
    growth: "the product of 1 + r/(l_0 + l) over l = 0 .. L-1",
    r: "the explosion rate of the plain network",
  },
  parameters: {
    l_0: { set: "real", min: 0.5, max: 20, doc: "the input's G-eigenvalue over that of a block" },
    L: { set: "integer", min: 1, max: 100, doc: "blocks" },
    r: { set: "real", min: 0.1, max: 5, doc: "rate" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "published version, residual networks; derived here" }],
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the factors multiplied one by one",
        evaluate({ l_0, L, r }) {
          let product = 1;
          for (let l = 0; l < L; l++) product *= 1 + r / (l_0 + l);
          return product;
        },
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-11, why: "Gamma functions of up to 125" },
    },
  ],
});
