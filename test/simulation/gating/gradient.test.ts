import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialWeights } from "../../../src/simulation/gating/initialWeights.js";
import { mapWeights, numbersOf } from "../../../src/simulation/gating/mapWeights.js";
import { type DoubleWeights, forward, valueLayers } from "../../../src/simulation/gating/plain/forward.js";
import { lossGradient, measureLoss } from "../../../src/simulation/gating/plain/lossGradient.js";
import type { GatedSettings } from "../../../src/simulation/gating/settings.js";
import { samplesFor, seed, settings } from "./randomProblems.js";

const doubles = (given: GatedSettings, from: number): DoubleWeights =>
  mapWeights(initialWeights(given, from), (numbers) => Float64Array.from(numbers));

/** The output as a sum over paths of gates and weights; no biases. */
function pathSum(given: GatedSettings, weights: DoubleWeights, input: Float32Array, output: number): number {
  const { gates } = forward(given, weights, input);
  const layers = valueLayers(given, weights);
  const start = given.model === "dlgn-pwc" ? input.map(() => 1) : input;
  const below = (l: number, node: number): number => {
    const { inputs, weights: numbers } = layers[l]!;
    let sum = 0;
    for (let j = 0; j < inputs; j++) {
      sum += numbers[node * inputs + j]! * (l === 0 ? start[j]! : gates[l - 1]![j]! * below(l - 1, j));
    }
    return sum;
  };
  return below(layers.length - 1, output);
}

describe("the oracle of gated networks", () => {
  it("gives the sum over all paths", () => {
    const small = settings.filter(({ bias, hidden }) => !bias && hidden.reduce((a, b) => a * b, 1) < 500);
    fc.assert(
      fc.property(small, seed, (given, from) => {
        const weights = doubles(given, from);
        const { inputs } = samplesFor(given, 1, from);
        const outputs = forward(given, weights, inputs).values.at(-1)!;
        for (const [k, output] of outputs.entries()) {
          expect(output).toBeCloseTo(pathSum(given, weights, inputs, k), 12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has the gradient of its own loss by central differences, for every weight and bias", () => {
    let checked = 0;
    fc.assert(
      fc.property(settings, seed, (given, from) => {
        const weights = doubles(given, from);
        const samples = samplesFor(given, 3, from);
        const { gradient, loss } = lossGradient(given, weights, samples, [0, 1, 2]);
        expect(loss).toBeCloseTo(measureLoss(given, weights, samples).loss, 12);
        // a third derivative of 1e5, as of steep gates, leaves 2e-8; what is checked is 5e-5
        const step = 1e-6;
        const slopes = numbersOf(gradient);
        for (const [k, numbers] of numbersOf(weights).entries()) {
          const i = from % numbers.length;
          const at = numbers[i]!;
          const [above, below] = [at + step, at - step].map((value) => {
            numbers[i] = value;
            return measureLoss(given, weights, samples).loss;
          });
          numbers[i] = at;
          if (sameGates(given, weights, samples, numbers, i, step)) {
            checked++;
            expect(slopes[k]![i]).toBeCloseTo((above! - below!) / (2 * step), 4);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(checked).toBeGreaterThan(100);
  });

  it("gives hard gates no gradient", () => {
    const hard: GatedSettings = {
      ...{ model: "dlgn", inputs: 3, hidden: [4, 5], outputs: 2, bias: true, gates: { beta: "hard", fixed: false } },
      ...{ loss: "mse", adam: { rate: 0.01 }, batches: { size: 2 }, epochs: 1, checkpoints: [] },
    };
    const samples = samplesFor(hard, 4, 1);
    const { gradient } = lossGradient(hard, doubles(hard, 1), samples, [0, 1, 2, 3]);
    for (const numbers of numbersOf({ ...gradient, U: [] })) expect(numbers.every((slope) => slope === 0)).toBe(true);
    expect(gradient.U.some(({ weights }) => weights.some((slope) => slope !== 0))).toBe(true);
    const soft = { ...hard, gates: { beta: 4, fixed: false } };
    const moved = lossGradient(soft, doubles(soft, 1), samples, [0, 1, 2, 3]).gradient.W;
    for (const { weights } of moved) expect(weights.some((slope) => slope !== 0)).toBe(true);
  });
});

/** Whether no step gate switches between the two ends of the difference. */
function sameGates(
  given: GatedSettings,
  weights: DoubleWeights,
  samples: { readonly inputs: Float32Array },
  numbers: Float64Array,
  i: number,
  step: number,
): boolean {
  if (given.gates !== null && given.gates.beta !== "hard") return true;
  const at = numbers[i]!;
  const patterns = [at + step, at - step].map((value) => {
    numbers[i] = value;
    return [0, 1, 2].map((s) => {
      const input = samples.inputs.subarray(s * given.inputs, (s + 1) * given.inputs);
      return forward(given, weights, input).gates.map((gates) => [...gates].join());
    });
  });
  numbers[i] = at;
  return JSON.stringify(patterns[0]) === JSON.stringify(patterns[1]);
}
