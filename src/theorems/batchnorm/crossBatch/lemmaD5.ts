/**
 * (45) for y and z in R^d, z = rho y + sqrt(1-rho^2) w: the determinant is ((1+2s)(1+2t) - 4 rho^2 s t)^d, and E<y, z> under the tilted law is
 * d rho over that to the power 1/d. f = 1 and f = <y, z>. On the other side z given y is a non-central chi: a Poisson mixture.
 */
import { gamma, over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { doubleLaplace, poissonMixture } from "../ways/laplacePair.js";

const claim = equation(symbol("F"), over("I_st", times(gamma("a"), gamma("b"))));

export const lemmaD5 = theorem({
  id: "batchnorm/lemma-d-5",
  kind: "lemma",
  title: "Inverse powers of two norms come out of a Gaussian mean as a double Laplace integral",
  notation: {
    F: "E |y|^(-2a) |z|^(-2b) f(y, z), (y, z) ~ N(0, Sigma)",
    I_st: "the integral over s, t > 0 of s^(a-1) t^(b-1) det(I + 2 D Sigma D)^(-1/2) E f under the tilted covariance",
  },
  parameters: {
    d: { set: "integer", min: 5, max: 12, doc: "dimension of y and of z" },
    a: { set: "real", min: 0.5, max: 1.8, doc: "half the power of |y|" },
    b: { set: "real", min: 0.5, max: 1.8, doc: "half the power of |z|" },
    rho: { set: "real", min: -0.8, max: 0.8, doc: "correlation of y_i and z_i" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Lemma D.5, eq. (45)" }],
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "f = 1 and <y, z>: sums over a Poisson mixture of chi laws",
        evaluate: (values) => poissonMixture(values),
      },
      right: {
        name: "the double Laplace integral by the trapezoid rule in log s and log t",
        evaluate: (values) => doubleLaplace(values),
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "the trapezoid sums are cut at 1e-12 of their size" },
    },
  ],
});
