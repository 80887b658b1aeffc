import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatedOutputs } from "../../../src/simulation/gating/gatedOutputs.js";
import { initialWeights } from "../../../src/simulation/gating/initialWeights.js";
import { weightMatrices } from "../../../src/simulation/gating/weightMatrices.js";
import { outputsAt } from "../../../src/theory/gating/network/gatedForward.js";
import { gatedNetwork } from "../../../src/theory/gating/network/gatedNetwork.js";
import { samplesFor, seed, settings } from "./randomProblems.js";

describe("weights as matrices", () => {
  it("make the network of the theory that gives the trainer's outputs", async () => {
    await fc.assert(
      fc.asyncProperty(settings, seed, async (given, from) => {
        const weights = initialWeights(given, from);
        const { inputs } = samplesFor(given, 3, from);
        const beta = given.gates?.beta ?? "hard";
        const network = gatedNetwork(given.model, weightMatrices(weights), beta === "hard" ? {} : { beta });
        const points = [0, 1, 2].map((s) => [...inputs.subarray(s * given.inputs, (s + 1) * given.inputs)]);
        const outputs = await gatedOutputs(given, weights, inputs, { kernels: "plain" });
        const theirs = outputsAt(network, points).flat();
        expect(outputs).toHaveLength(theirs.length);
        // rounded to single precision at the end
        for (const [i, value] of theirs.entries()) expect(outputs[i]).toBeCloseTo(value, 5);
      }),
      { numRuns: 60 },
    );
  });

  it("leave out what the model does not have", () => {
    const given = { model: "relu" as const, inputs: 2, hidden: [3], outputs: 1, bias: false };
    const rest = { gates: null, loss: "mse" as const, adam: { rate: 1 }, batches: { size: 1 }, epochs: 0 };
    const { W, ...others } = weightMatrices(initialWeights({ ...given, ...rest, checkpoints: [] }, 1));
    expect(W.map((rows) => [rows.length, rows[0]!.length])).toEqual([
      [3, 2],
      [1, 3],
    ]);
    expect(others).toEqual({});
  });
});
