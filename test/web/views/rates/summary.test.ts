import { describe, expect, it } from "vitest";
import { ratesTask } from "../../../../src/web/views/rates/ratesTask.js";
import { summaryOf } from "../../../../src/web/views/rates/summary.js";

const usual = { epsilon: 0, gamma: 1, beta: 0, weightVariance: 1 };
const resultOf = (text: string, batch: number, setting = {}) =>
  ratesTask({ ...usual, ...setting, activations: [text], batches: [batch] })[0]!.results[0]!;

describe("the summary of a rate", () => {
  it.each([
    [
      "tanh",
      64,
      {},
      "grows by a factor of 1.192 a layer, from the output to the input: up to about 91 layers can be trained.",
    ],
    ["gelu", 64, {}, "BSB1 is unstable"],
    ["tanh", 64, { epsilon: 4 }, "shrinks by a factor of 0.25 a layer, from the output to the input."],
    ["x > 0 ? 1 : 0", 8, {}, "has no finite expectation."],
    ["0*x", 8, {}, "shrinks by a factor of 0 a layer"],
    ["tanh(1e6*x)", 64, {}, "grows at a rate that is known only to ±"],
    ["exp(-1e6*x^2)", 64, {}, "grows at a rate that is known only to ±"],
  ] as const)("says it in words: %s at %i", (text, batch, setting, words) => {
    expect(summaryOf(resultOf(text, batch, setting))).toContain(words);
  });
});

describe("the task of rates", () => {
  it("says what the engine refuses, in its words, and nothing of what is no activation", () => {
    const refused = ratesTask({ ...usual, gamma: 0, activations: ["tanh", "tanh("], batches: [8] });
    expect(refused.map(({ results }) => results.length)).toEqual([0, 0]);
    expect(refused[0]!.problem).toContain("gamma");
    expect(refused[1]!.problem).toBe("");
  });
});
