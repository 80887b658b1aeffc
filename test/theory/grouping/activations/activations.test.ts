import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { text } from "../../../../src/symbolic/format/text.js";
import { activationRules, deriveActivation } from "../../../../src/theory/grouping/activations/deriveActivation.js";
import { derivedActivations } from "../../../../src/theory/grouping/activations/derivedActivations.js";
import { indicatorLaw } from "../../../../src/theory/grouping/activations/indicatorLaw.js";
import { mlpGrouping } from "../../../../src/theory/grouping/activations/mlpGrouping.js";
import { largestDifference } from "../probability/arbitraries.js";

interface Case {
  readonly kind: string;
  readonly inputs: { readonly preactivation: number[] };
  readonly expected: Readonly<Record<string, number | number[]>>;
}

const [reference] = (
  JSON.parse(
    readFileSync(new URL("../../../reference/grouping-landscape-gating.json", import.meta.url), "utf8"),
  ) as Case[]
).filter(({ kind }) => kind === "activation");

const preactivations = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 7 });

describe("the law of the indicators", () => {
  it("is the reference's, by enumeration", () => {
    const { inputs, expected } = reference;
    const law = indicatorLaw(inputs.preactivation);
    expect(law.probabilityOfMostLikely).toBeCloseTo(expected.prob_of_argmax_state_01 as number, 12);
    expect(law.entropy).toBeCloseTo(expected.entropy_nu_01_nats as number, 12);
    expect(largestDifference(law.mean, expected.sigmoid as number[])).toBeLessThan(1e-12);
    expect(law.mostLikely).toEqual([1, 0, 1]);
    expect(law.ties).toEqual([]);
  });

  it("of one unit without preactivation is a coin; the smaller value is taken, and the tie is named", () => {
    const law = indicatorLaw([0], { values: [-1, 1] });
    expect(law).toMatchObject({ probabilities: [0.5, 0.5], mean: [0], mostLikely: [-1], ties: [0] });
    expect([law.entropy, law.logPartition]).toEqual([Math.log(2), Math.log(2)]);
    const { values, ties } = derivedActivations([0, 1]);
    expect([values.heaviside, values.sign, values.relu, values.abs, ties]).toEqual([
      [0, 1],
      [-1, 1],
      [0, 1],
      [0, 1],
      [0],
    ]);
  });

  it("sees a tiny preactivation beside a large one", () => {
    expect(indicatorLaw([1e-20, 1, -1e-20]).mostLikely).toEqual([1, 1, 0]);
    expect(derivedActivations([1e-20, 1, -1e-20]).values.heaviside).toEqual([1, 1, 0]);
  });

  it("of twelve units has 4096 states of total mass 1", () => {
    const a = Array.from({ length: 12 }, (_, i) => Math.sin(3 * i + 1));
    const { states, probabilities, probabilityOfMostLikely } = indicatorLaw(a);
    expect([states.length, new Set(states.map(String)).size]).toEqual([4096, 4096]);
    expect(Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1)).toBeLessThan(1e-13);
    expect(probabilityOfMostLikely).toBe(Math.max(...probabilities));
  });

  it("does not overflow", () => {
    const { probabilityOfMostLikely, logPartition } = indicatorLaw([1e90, -1e90]);
    expect([probabilityOfMostLikely, logPartition]).toEqual([1, 1e90]);
    expect(derivedActivations([1e90]).entropy).toBe(0);
  });
});

describe("derived activations", () => {
  it("are, by any of the eight rules, what enumeration gives", () => {
    fc.assert(
      fc.property(preactivations, (a) => {
        for (const rule of activationRules) {
          const law = indicatorLaw(a, { values: rule.values });
          const guess = rule.estimate === "maximum" ? law.mostLikely : law.mean;
          const wanted = rule.extension === "full" ? guess.map((h, i) => h * a[i]) : guess;
          // sums of up to 128 terms, times a preactivation of up to 30
          expect(largestDifference(a.map(deriveActivation(rule).evaluate), wanted)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it("are what a sum over all states of up to twelve units gives", () => {
    for (let n = 1; n <= 12; n++) {
      const a = Array.from({ length: n }, (_, i) => 4 * Math.sin(7 * i + n));
      for (const rule of activationRules) {
        const [low, high] = rule.values;
        const totals = new Array<number>(n).fill(0);
        let [mass, largest, best] = [0, 0, 0];
        for (let state = 0; state < 2 ** n; state++) {
          const h = (i: number) => ((state >> i) & 1 ? high : low);
          const weight = Math.exp(a.reduce((sum, value, i) => sum + h(i) * value, 0));
          mass += weight;
          for (let i = 0; i < n; i++) totals[i]! += h(i) * weight;
          if (weight > largest) [largest, best] = [weight, state];
        }
        const guess = a.map((_, i) => {
          if (rule.estimate === "expectation") return totals[i]! / mass;
          return (best >> i) & 1 ? high : low;
        });
        const wanted = rule.extension === "full" ? guess.map((h, i) => h * a[i]!) : guess;
        // sums of 4096 terms of exponentials of up to 40, times a preactivation of up to 4
        expect(largestDifference(a.map(deriveActivation(rule).evaluate), wanted)).toBeLessThan(1e-12);
      }
    }
  });

  it("have eight names, one a rule", () => {
    expect(activationRules.map((rule) => deriveActivation(rule).name)).toEqual([
      "relu",
      "swish",
      "heaviside",
      "sigmoid",
      "abs",
      "x_tanh_x",
      "sign",
      "tanh",
    ]);
  });

  it("are built from the exponential family, as one sees", () => {
    const swish = deriveActivation({ values: [0, 1], estimate: "expectation", extension: "full" });
    expect(text(swish.partition)).toBe("1*exp(0) + 1*exp(a)");
    expect(swish.text).toEqual({
      derived: "(0*exp(0) + 1*exp(a))/(1*exp(0) + 1*exp(a))*a",
      formula: "a*sigmoid(a)",
    });
    const tanh = deriveActivation({ values: [-1, 1], estimate: "expectation", extension: "partial" });
    expect(tanh.text.derived).toBe("(-1*exp(-a) + 1*exp(a))/(1*exp(-a) + 1*exp(a))");
    const relu = deriveActivation({ values: [0, 1], estimate: "maximum", extension: "full" });
    expect(relu.text.derived).toBe("(a > 0 ? 1 : 0)*a");
  });

  it("have the same probability and entropy by enumeration and unit by unit", () => {
    fc.assert(
      fc.property(preactivations, (a) => {
        const [law, direct] = [indicatorLaw(a), derivedActivations(a)];
        expect(Math.abs(law.entropy - direct.entropy)).toBeLessThan(1e-12);
        expect(Math.abs(law.probabilityOfMostLikely / direct.probabilityOfMostLikely - 1)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("the grouping extension of a perceptron", () => {
  it("with one unit and one point has no gap: every density is 1", () => {
    const { printedDensity, mixture, gap: difference, corrected } = mlpGrouping([[0.7]], [[2]], [1]);
    expect([printedDensity, mixture, difference, corrected.density]).toEqual([[1], [1], 0, [1]]);
  });

  it("has a gap of 0 where the weights are 0, and coins for indicators", () => {
    const { indicator, gap: difference } = mlpGrouping([[0, 0]], [[1], [2]], [0.5, 0.5], { values: [-1, 1] });
    expect([indicator, difference]).toEqual([
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      0,
    ]);
  });

  it("leaves out points of probability 0 from every mean, and says their densities", () => {
    const with0 = mlpGrouping([[1]], [[-1], [2], [30]], [0.4, 0.6, 0]);
    const without = mlpGrouping([[1]], [[-1], [2]], [0.4, 0.6]);
    expect(with0.mixture.slice(0, 2)).toEqual(without.mixture);
    expect(with0.printedDensity.every(Number.isFinite)).toBe(true);
  });

  it("takes more points than a call takes arguments", () => {
    const points = Array.from({ length: 150_000 }, (_, t) => [t / 150_000]);
    const { gap } = mlpGrouping([[1]], points, new Array(points.length).fill(1 / points.length));
    // at t = 0, by the integrals of (1 + exp(2t))/(1 + exp(t)) and of exp(t) over [0, 1]
    const wanted = 1 / (Math.E - 2 * Math.log((1 + Math.E) / 2)) - 1 / (Math.E - 1);
    // the sums are off by half a step times the rise of the integrand
    expect(Math.abs(gap - wanted)).toBeLessThan(1e-5);
  });

  it("counts nu twice as printed: sigmoid(2a), and 4a for {-1,1}", () => {
    const s = (x: number) => 1 / (1 + Math.exp(-x));
    expect(mlpGrouping([[1]], [[0.3]], [1]).printedPosterior[0][0]).toBeCloseTo(s(0.6), 15);
    expect(mlpGrouping([[1]], [[0.3]], [1], { values: [-1, 1] }).printedPosterior[0][0]).toBeCloseTo(s(1.2), 15);
    expect(mlpGrouping([[1]], [[0.3]], [1]).corrected.posterior[0][0]).toBeCloseTo(s(0.3), 15);
  });
});
