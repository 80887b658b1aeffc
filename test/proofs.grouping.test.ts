import { describe, expect, it } from "vitest";
import { doubleCounting, sigmoidMean, tanhMean } from "../proofs/grouping/activations.js";
import { errata } from "../proofs/grouping/errata/index.js";
import { groupIndicatorErratum } from "../proofs/grouping/extensions.js";
import { bernoulliMetrics, jointGradient } from "../proofs/grouping/geometry.js";
import { proofs } from "../proofs/grouping/index.js";
import { mutualInformationChain } from "../proofs/grouping/mutualInformation.js";
import { DerivationBuilder } from "../src/symbolic/derivation/builder.js";
import { refute } from "../src/symbolic/derivation/refute.js";
import { symbol } from "../src/symbolic/expression.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { type Comparison, equation } from "../src/symbolic/proposition.js";
import { describeProofs, worth } from "./support/describeProofs.js";

describeProofs({ name: "grouping", proofs, errata });

describe("against numbers: activations and geometry", () => {
  it("the derived means are the functions of the standard library", () => {
    for (const a of [-1.75, 0.5, 3]) {
      expect(worth(sigmoidMean, { a })).toBeCloseTo(1 / (1 + Math.exp(-a)), 14);
      expect(worth(tanhMean, { a })).toBeCloseTo(Math.tanh(a), 14);
      expect(worth(doubleCounting, { a })).toBeCloseTo(1 / (1 + Math.exp(-2 * a)), 14);
    }
  });

  it("the gradient of a joint log-partition function is its central difference", () => {
    const at = { f: 0.3, m_1: 0.5, m_2: 0.25, n_1: 0.75, n_2: 0.5, Z_2: 1.5 };
    const own = (f: number) => at.m_1 * Math.exp(f) + at.m_2 * Math.exp(2 * f);
    const psi = (f: number) => Math.log(at.n_1 * own(f) + at.n_2 * at.Z_2);
    const h = 1e-4;
    const slope = (8 * (psi(at.f + h) - psi(at.f - h)) - (psi(at.f + 2 * h) - psi(at.f - 2 * h))) / (12 * h);
    // error of the difference formula h^4 psi^(5)/30 and rounding 1e-16/h
    expect(Math.abs(worth(jointGradient, at) - slope)).toBeLessThan(1e-10);
    expect(worth(bernoulliMetrics, { eta: 0.25 })).toBe(1);
  });

  it("counting nu twice moves 0.731 to 0.881 at a = 1", () => {
    const erratum = errata.find(({ id }) => id === "grouping/erratum-definition-4-posterior")!;
    const { left, right } = refute(erratum.printed, erratum.counterexample, 20);
    expect(toNumber(left)).toBeCloseTo(0.8807970779778823, 14);
    expect(toNumber(right)).toBeCloseTo(0.7310585786300049, 14);
  });
});

describe("against numbers: extensions", () => {
  it("a group indicator at t = 0 has 1/16 where independence of the input given H~ asks for 3/64", () => {
    const { left, right } = refute(groupIndicatorErratum.printed, groupIndicatorErratum.counterexample, 20);
    expect([toNumber(left), toNumber(right)]).toEqual([1 / 16, 3 / 64]);
  });

  it("the chain rule is derived, and a wrong one is not", () => {
    const { steps } = mutualInformationChain.prove();
    const builder = new DerivationBuilder({ assumptions: [], domains: {} });
    const from = steps.slice(0, -1).map(({ claim, rule }) => {
      const { left, right } = claim as Comparison;
      return builder.define(left, right, rule);
    });
    const claim = mutualInformationChain.claim as Comparison;
    expect(() => builder.deduce(claim, "as it is", from)).not.toThrow();
    expect(() => builder.deduce(equation(claim.left, symbol("i_x_z")), "changed", from)).toThrow("does not follow");
  });
});
