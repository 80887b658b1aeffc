import { gamma, minus, negative, over, plus, power, type Term, times } from "../build.js";
import { type Expression, integer } from "../expression.js";
import { compare, equation } from "../proposition.js";
import { gaussianMean, sphereMean } from "./formula.js";
import { freeSymbols } from "./freeSymbols.js";
import { homogeneousDegree } from "./homogeneousDegree.js";
import { type Rule, rule } from "./rule.js";
import { batchSize } from "./sphereMoment.js";

/** n^(d/2) over the moment E R^d, R^2 ~ chi-squared with n = B-1 degrees of freedom: (n/2)^(d/2) Gamma(n/2) / Gamma((n+d)/2). */
export function sphereFactor(degree: Expression, batch: Term): Expression {
  const n = minus(batch, 1);
  return over(times(power(over(n, 2), over(degree, 2)), gamma(over(n, 2))), gamma(over(plus(n, degree), 2)));
}

/**
 * For f of (z1, z2) positively homogeneous of degree d, n = B-1:
 *
 *   E_sphere f = (n/2)^(d/2) Gamma(n/2) / Gamma((n+d)/2) E_gauss f,   correlation -1/n.
 *
 * The Gaussian is R times the point on the sphere, R independent. The mean must exist: f must be integrable over the angle.
 * Throws a RangeError where the degree cannot be read off f.
 */
export function sphereGaussRule(f: Expression): Rule {
  const degree = homogeneousDegree(f, ["z1", "z2"]);
  if (degree === null) throw new RangeError("sphere and Gauss: the function is not visibly homogeneous in z1, z2");
  const n = minus("B", 1);
  const own = [...freeSymbols(f)].filter((name) => !["z1", "z2", "B"].includes(name));
  return rule({
    name: "sphere and Gauss",
    parameters: ["B", ...own],
    claim: equation(sphereMean(f, "B"), times(sphereFactor(degree, "B"), gaussianMean(f, negative(over(1, n))))),
    conditions: [...batchSize, compare("Greater", plus(n, degree), integer(0))],
    source: "batch normalisation paper, Appendix B.3.1: polar coordinates",
  });
}
