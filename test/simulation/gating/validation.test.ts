import { describe, expect, it } from "vitest";
import { TheoryError } from "../../../src/errors.js";
import { circle, circleSettings } from "../../../src/simulation/gating/circle.js";
import { gatedOutputs } from "../../../src/simulation/gating/gatedOutputs.js";
import { initialWeights } from "../../../src/simulation/gating/initialWeights.js";
import { trainGated } from "../../../src/simulation/gating/trainGated.js";

const good = circleSettings("dlgn", { epochs: 1 });
const training = circle({ points: 20 });
const labelled = { inputs: training.inputs, labels: new Uint8Array(20) };

async function refused(parameter: string, run: () => unknown): Promise<void> {
  const error = await (async () => run())().then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TheoryError);
  expect(error).toMatchObject({ details: { code: "domain", parameter } });
}

describe("what cannot be trained is named", () => {
  it.each([
    ["model", { model: "mlp" }],
    ["inputs", { inputs: 0 }],
    ["hidden", { hidden: [] }],
    ["hidden", { hidden: [16, 0] }],
    ["outputs", { outputs: 0.5 }],
    ["bias", { bias: 1 }],
    ["gates", { gates: null }],
    ["gates", { model: "relu" }],
    ["gates.beta", { gates: { beta: 0, fixed: false } }],
    ["gates.beta", { gates: { beta: Number.NaN, fixed: false } }],
    ["gates.beta", { gates: { beta: 1e39, fixed: false } }],
    ["gates.beta", { gates: { beta: "soft", fixed: false } }],
    ["gates.fixed", { gates: { beta: 4 } }],
    ["loss", { loss: "hinge" }],
    ["outputs", { loss: "cross-entropy" }],
    ["adam.rate", { adam: { rate: 0 } }],
    ["adam.beta1", { adam: { rate: 0.01, beta1: 1 } }],
    ["adam.epsilon", { adam: { rate: 0.01, epsilon: 0 } }],
    ["batches", { batches: { count: 2, size: 2 } }],
    ["batches.count", { batches: { count: 21 } }],
    ["batches.size", { batches: { size: 0 } }],
    ["epochs", { epochs: -1 }],
    ["checkpoints", { checkpoints: [1, 0] }],
    ["checkpoints", { checkpoints: [2] }],
    ["rate", { rate: 0.01 }],
  ])("a wrong %s: %j", (parameter, change) =>
    refused(parameter, () => trainGated({ ...good, ...change } as never, { training }, { seed: 1 })),
  );

  it.each([
    ["data.training.inputs", { ...training, inputs: [1, 2] }],
    ["data.training.inputs", { ...training, inputs: new Float32Array(3) }],
    ["data.training.inputs", { ...training, inputs: new Float32Array(0) }],
    ["data.training.inputs", { ...training, inputs: training.inputs.map((x, k) => (k === 5 ? Number.NaN : x)) }],
    ["data.training.targets", { ...training, targets: new Float32Array(3) }],
    ["data.training.targets", { ...training, targets: training.targets.map(() => Number.POSITIVE_INFINITY) }],
    ["labels", labelled],
  ])("wrong data: %s", (parameter, samples) =>
    refused(parameter, () => trainGated(good, { training: samples as never }, { seed: 1 })),
  );

  it("a label without an output, and labels of another length", async () => {
    const settings = { ...good, outputs: 2, loss: "cross-entropy" as const };
    const strange = { ...labelled, labels: labelled.labels.map((_, s) => (s === 7 ? 2 : 0)) };
    await refused("data.training.labels", () => trainGated(settings, { training: strange }, { seed: 1 }));
    const few = { ...labelled, labels: new Uint8Array(19) };
    await refused("data.evaluation.labels", () =>
      trainGated(settings, { training: labelled, evaluation: few }, { seed: 1 }),
    );
  });

  it("wrong options", async () => {
    const run = (options: object) => () => trainGated(good, { training }, { seed: 1, ...options });
    await refused("seed", run({ seed: -1 }));
    await refused("kernels", run({ kernels: "tfjs" }));
    await refused("signal", run({ signal: {} }));
    await refused("onProgress", run({ onProgress: 1 }));
    await refused("start.U", run({ start: { ...initialWeights(good, 1), U: [] } }));
    const other = initialWeights({ ...good, hidden: [16, 16, 16, 16, 8] }, 1);
    await refused("start.W[4]", run({ start: other }));
    await refused("start.W[0].bias", run({ start: initialWeights({ ...good, bias: true }, 1) }));
    await refused("weights.W", () => gatedOutputs(good, { W: [], U: [] }, training.inputs));
    await refused("kernels", () =>
      gatedOutputs(good, initialWeights(good, 1), training.inputs, { kernels: "gpu" as never }),
    );
  });

  it("a circle that is none", async () => {
    await refused("points", () => circle({ points: 3 }));
    await refused("frequencies", () => circle({ frequencies: "toString" as never }));
    await refused("beta2", () => circleSettings("dlgn", { beta2: 1 } as never));
  });
});
