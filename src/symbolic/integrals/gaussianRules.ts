import { gamma, over, pi, plus, power, root, type Term, term, times } from "../build.js";
import { compare, element, equation, type Proposition } from "../proposition.js";
import { absolute, gaussianMean, half, pochhammer, relu, step } from "./formula.js";
import { rule } from "./rule.js";

/** -1 <= c <= 1. */
export const correlation: readonly Proposition[] = Object.freeze([
  compare("GreaterEqual", term("c"), term(-1)),
  compare("LessEqual", term("c"), term(1)),
]);

const whole = [element(term("m"), "Integers"), compare("GreaterEqual", term("m"), term(0))];
const above = (a: Term, b: Term) => compare("Greater", term(a), term(b));

/** E |z|^p / 2. */
const halfAbsoluteMoment = over(times(power(2, over("p", 2)), gamma(over(plus("p", 1), 2))), times(2, root(pi)));

/** (2m-1)!! */
export const gaussianEvenMomentRule = rule({
  name: "even Gaussian moment",
  parameters: ["m", "c"],
  claim: equation(gaussianMean(power("z1", times(2, "m")), "c"), times(power(2, "m"), pochhammer(half, "m"))),
  conditions: [...whole, ...correlation],
  source: "DLMF 5.9.1 with mu = 2",
});

export const gaussianOddMomentRule = rule({
  name: "odd Gaussian moment",
  parameters: ["m", "c"],
  claim: equation(gaussianMean(power("z1", plus(times(2, "m"), 1)), "c"), term(0)),
  conditions: [...whole, ...correlation],
  source: "z to -z",
});

export const gaussianAbsoluteMomentRule = rule({
  name: "absolute Gaussian moment",
  parameters: ["p", "c"],
  claim: equation(
    gaussianMean(power(absolute("z1"), "p"), "c"),
    over(times(power(2, over("p", 2)), gamma(over(plus("p", 1), 2))), root(pi)),
  ),
  conditions: [above("p", -1), ...correlation],
  source: "DLMF 5.9.1 with mu = 2",
});

/** For p <= 0 the power of a vanishing ReLU is 1 or infinite on half the line: see the half-line moment. */
export const gaussianReluMomentRule = rule({
  name: "Gaussian moment of the ReLU",
  parameters: ["p", "c"],
  claim: equation(gaussianMean(power(relu("z1"), "p"), "c"), halfAbsoluteMoment),
  conditions: [above("p", 0), ...correlation],
  source: "batch normalisation paper, Definition H.2 and Proposition H.3",
});

export const gaussianHalfLineMomentRule = rule({
  name: "Gaussian moment of the half line",
  parameters: ["p", "c"],
  claim: equation(gaussianMean(times(step("z1"), power(absolute("z1"), "p")), "c"), halfAbsoluteMoment),
  conditions: [above("p", -1), ...correlation],
  source: "batch normalisation paper, Definition H.2 and Proposition H.3",
});

export const gaussianRules = Object.freeze([
  gaussianEvenMomentRule,
  gaussianOddMomentRule,
  gaussianAbsoluteMomentRule,
  gaussianReluMomentRule,
  gaussianHalfLineMomentRule,
]);
