import { describe, expect, it } from "vitest";
import { kernelOf, minus, over, pi, plus, power, root, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../../src/symbolic/derivation/builder.js";
import { evaluateIntegrals } from "../../../src/symbolic/derivation/evaluateIntegrals.js";
import { call, type Expression, integer, isCall, symbol } from "../../../src/symbolic/expression.js";
import { compare, element, equation, type Proposition } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";

const setting: Setting = {
  assumptions: [compare("Greater", symbol("t"), integer(0)), compare("Less", symbol("t"), pi)],
  domains: { t: { min: rational(1, 4), max: 3 } },
};

const settled = (claim: Proposition) => {
  const builder = new DerivationBuilder(setting);
  builder.settle(claim, "rule", []);
  return builder.finish().steps[0]!.status;
};

const cos = call("Cos", symbol("t"));
const sin = call("Sin", symbol("t"));

describe("a claim that is settled", () => {
  it("is proved where exact arithmetic decides", () => {
    expect(settled(equation(power(plus("t", 1), 2), plus(power("t", 2), times(2, "t"), 1)))).toBe("proved");
  });

  it("is verified where it does not: J_0(cos t) = 1 - t/pi, cos^2 + sin^2 < 2", () => {
    expect(settled(equation(kernelOf(0, cos), minus(1, over("t", pi))))).toBe("verified");
    expect(settled(compare("Less", plus(power(cos, 2), power(sin, 2)), integer(2)))).toBe("verified");
  });

  it("throws where it is false, by exact arithmetic or at a point", () => {
    expect(() => settled(equation(power(plus("t", 1), 2), power("t", 2)))).toThrow("does not follow");
    expect(() => settled(equation(kernelOf(0, cos), over("t", pi)))).toThrow("not verified");
    expect(() => settled(compare("Less", plus(power(cos, 2), power(sin, 2)), over(1, 2)))).toThrow("not verified");
  });
});

describe("the integrals of the rule table", () => {
  const second = call("SphereMean", times("z1", "z2"), symbol("z1"), symbol("z2"), symbol("B"));
  const isMean = (term: Expression) => isCall(term) && term.head === "SphereMean";
  const large = compare("GreaterEqual", symbol("B"), integer(4));

  it("need every condition of their rule: whole B over the sphere", () => {
    expect(isMean(evaluateIntegrals(second, [large]))).toBe(true);
    expect(isMean(evaluateIntegrals(second, [large, element(symbol("B"), "Rationals")]))).toBe(true);
    expect(isMean(evaluateIntegrals(second, [large, element(symbol("B"), "Integers")]))).toBe(false);
  });

  it("take a condition that is assumed as it stands: a correlation of at most 1", () => {
    const correlation = over("s", root(times("v", "w")));
    const relu = (z: string) => times(call("Step", symbol(z)), call("Abs", symbol(z)));
    const mean = call("GaussianMean", times(relu("z1"), relu("z2")), symbol("z1"), symbol("z2"), correlation);
    const bounds = [
      compare("GreaterEqual", correlation, integer(-1)),
      compare("LessEqual", correlation, integer(1)),
    ] as const;
    expect(evaluateIntegrals(mean, [bounds[0]])).toBe(mean);
    expect(evaluateIntegrals(mean, bounds)).not.toBe(mean);
  });
});
