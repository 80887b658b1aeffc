import { gamma, integral, kernelOf, minus, over, pi, plus, power, root, type Term, term, times } from "../build.js";
import { type Comparison, compare, equation } from "../proposition.js";
import { absolute, cosine, gaussianMean, half, relu, step } from "./formula.js";
import { correlation } from "./gaussianRules.js";
import { rule } from "./rule.js";

const above = (a: Term, b: Term): Comparison => compare("Greater", term(a), term(b));

/** z_+^p for p > -1, where a power of max(z, 0) would be 1 or infinite for z < 0. */
const positivePower = (z: string, p: Term) => times(step(z), power(absolute(z), p));
const reluPower = (z: string, p: Term) => power(relu(z), p);

/** E z_+^(2 alpha) J_alpha(c); the first factor is c_alpha of the paper. */
const kernelMean = times(
  over(times(power(2, minus("alpha", 1)), gamma(plus("alpha", half))), root(pi)),
  kernelOf("alpha", "c"),
);

const kernelSource =
  "batch normalisation paper, Definition H.4 and Proposition H.5; Y. Cho and L. K. Saul, NIPS 2009, eq. 1-4";

/** Below alpha = -1/2 the mean exists for |c| < 1, but J_alpha cannot be normalised at c = 1. */
export const arccosineKernelRule = rule({
  name: "arc-cosine kernel",
  parameters: ["alpha", "c"],
  claim: equation(gaussianMean(times(positivePower("z1", "alpha"), positivePower("z2", "alpha")), "c"), kernelMean),
  conditions: [above("alpha", over(-1, 2)), ...correlation],
  source: kernelSource,
});

export const reluKernelRule = rule({
  name: "arc-cosine kernel of the ReLU",
  parameters: ["alpha", "c"],
  claim: equation(gaussianMean(times(reluPower("z1", "alpha"), reluPower("z2", "alpha")), "c"), kernelMean),
  conditions: [above("alpha", 0), ...correlation],
  source: kernelSource,
});

const wedge = (a: Term, b: Term) =>
  integral(
    times(power(cosine("x"), a), power(cosine(minus("x", "theta")), b)),
    "x",
    minus("theta", over(pi, 2)),
    over(pi, 2),
  );

const insideHalfTurn = [above("theta", 0), compare("Less", term("theta"), pi)];

/** E R^(a+b) over the plane, divided by the whole angle. */
const radialFactor = over(
  times(power(2, over(plus("a", "b"), 2)), gamma(plus(over(plus("a", "b"), 2), 1))),
  times(2, pi),
);

/** z1 = R cos x, z2 = R cos(x - theta): both are positive for theta - pi/2 < x < pi/2. */
export const wedgeRule = rule({
  name: "wedge",
  parameters: ["a", "b", "theta"],
  claim: equation(
    gaussianMean(times(positivePower("z1", "a"), positivePower("z2", "b")), cosine("theta")),
    times(radialFactor, wedge("a", "b")),
  ),
  conditions: [above("a", -1), above("b", -1), ...insideHalfTurn],
  source: "polar coordinates; batch normalisation paper, Appendix H",
});

export const reluWedgeRule = rule({
  name: "wedge of ReLUs",
  parameters: ["a", "b", "theta"],
  claim: equation(
    gaussianMean(times(reluPower("z1", "a"), reluPower("z2", "b")), cosine("theta")),
    times(radialFactor, wedge("a", "b")),
  ),
  conditions: [above("a", 0), above("b", 0), ...insideHalfTurn],
  source: "polar coordinates; batch normalisation paper, Appendix H",
});

/** The integral converges down to alpha > -1, J_alpha is defined for alpha > -1/2. */
export const wedgeIntegralRule = rule({
  name: "wedge integral",
  parameters: ["alpha", "theta"],
  claim: equation(
    wedge("alpha", "alpha"),
    times(
      over(times(root(pi), gamma(plus("alpha", half))), gamma(plus("alpha", 1))),
      kernelOf("alpha", cosine("theta")),
    ),
  ),
  conditions: [above("alpha", over(-1, 2)), ...insideHalfTurn],
  source: "the wedge and the arc-cosine kernel; DLMF 5.12.2 at theta = 0",
});

export const kernelRules = Object.freeze([
  arccosineKernelRule,
  reluKernelRule,
  wedgeRule,
  reluWedgeRule,
  wedgeIntegralRule,
]);
