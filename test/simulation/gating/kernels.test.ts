import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { gatedOutputs } from "../../../src/simulation/gating/gatedOutputs.js";
import { initialWeights } from "../../../src/simulation/gating/initialWeights.js";
import { mapWeights, numbersOf } from "../../../src/simulation/gating/mapWeights.js";
import { openGatedTrainer } from "../../../src/simulation/gating/openGatedTrainer.js";
import { forward } from "../../../src/simulation/gating/plain/forward.js";
import type { GatedSamples, GatedSettings, TrainedWeights } from "../../../src/simulation/gating/settings.js";
import { openGatingModule } from "../../../src/simulation/gating/wasm/gatingModule.js";
import { WasmMemory } from "../../../src/simulation/wasm/wasmMemory.js";
import { samplesFor, seed, settings } from "./randomProblems.js";

const grown = () => new Error("no more memory");

/** Whether a step gate lies where rounding to single precision might switch it; a layer of zeros under ReLU does not. */
function nearStep(settings: GatedSettings, weights: TrainedWeights, { inputs }: GatedSamples): boolean {
  if (settings.model === "dln" || (settings.gates !== null && settings.gates.beta !== "hard")) return false;
  const doubles = mapWeights(weights, (numbers) => Float64Array.from(numbers));
  for (let at = 0; at < inputs.length; at += settings.inputs) {
    const { eta, values } = forward(settings, doubles, inputs.subarray(at, at + settings.inputs));
    const steps = settings.model === "relu" ? values.slice(0, -1) : eta.slice(1);
    if (steps.some((layer) => layer.some((value) => value !== 0 && Math.abs(value) < 1e-5))) return true;
  }
  return false;
}

describe("the kernels of gated networks", () => {
  it.each([
    [4, 4, 4],
    [8, 12, 20],
    [12, 132, 260],
    [4, 260, 516],
    [132, 4, 256],
  ])("multiply %i x %i matrices over %i inner indices, as they lie or turned", async (rows, columns, inner) => {
    const wasm = await openGatingModule();
    const memory = new WasmMemory(wasm, grown);
    const stream = new GaussianStream({ seed: 1, sample: 0, draw: 0 });
    const place = (length: number) => {
      const address = memory.reserve(4 * length);
      const values = Float32Array.from({ length }, () => stream.next());
      memory.singles(address, length).set(values);
      return { address, values };
    };
    const [a, b, start, c] = [place(rows * inner), place(inner * columns), place(columns), place(rows * columns)];
    const scratch = memory.reserve(wasm.scratchBytes());
    for (const [aTurned, bTurned] of [
      [false, false],
      [false, true],
      [true, false],
      [true, true],
    ] as const) {
      const [from, with_, to] = [a!.address, b!.address, c!.address];
      wasm.multiply(rows, columns, inner, from, aTurned, with_, bTurned, start!.address, to, scratch);
      const out = memory.singles(to, rows * columns);
      let worst = 0;
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          let sum = start!.values[j]!;
          for (let k = 0; k < inner; k++) {
            const left = a!.values[aTurned ? k * rows + i : i * inner + k]!;
            sum += left * b!.values[bTurned ? j * inner + k : k * columns + j]!;
          }
          worst = Math.max(worst, Math.abs(out[i * columns + j]! - sum));
        }
      }
      // single precision: 2^-24 a step on sums of order sqrt(inner)
      expect(worst).toBeLessThan(2 ** -24 * inner * Math.sqrt(inner));
    }
  });

  it("open soft gates as the logistic function does, in its tails too", async () => {
    const wasm = await openGatingModule();
    const memory = new WasmMemory(wasm, grown);
    const eta = Float32Array.from({ length: 8192 }, (_, i) => (i - 4096) / 32);
    const [from, to] = [memory.reserve(4 * eta.length), memory.reserve(4 * eta.length)];
    memory.singles(from, eta.length).set(eta);
    // a power of two: nothing is rounded before the exponential
    wasm.softGate(from, 2, to, 4 * eta.length);
    for (const [i, gate] of memory.singles(to, eta.length).entries()) {
      const x = 2 * eta[i]!;
      // four units in the last place; below exp(-87), where numbers lose bits, the gate stays as it is there
      if (x >= -87) expect(Math.abs(gate * (1 + Math.exp(-x)) - 1)).toBeLessThan(2.4e-7);
      else expect(Math.abs(gate)).toBeLessThan(1e-37);
    }
  });

  it("take the oracle's first steps, for every model, loss and shape", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(settings, seed, async (given, from) => {
        // a large epsilon: the sign of a gradient that is rounding alone does not matter then
        const soft = { ...given, adam: { rate: 0.003, epsilon: 0.01 } };
        const start = initialWeights(soft, from);
        const [training, evaluation] = [samplesFor(soft, 14, from), samplesFor(soft, 5, from + 1)];
        const problem = { settings: soft, start, training, evaluation };
        const [wasm, plain] = [await openGatedTrainer("wasm", problem), await openGatedTrainer("plain", problem)];
        for (const batch of [[3, 1, 7], [0], [13, 12, 11, 10, 9]]) {
          if (nearStep(soft, plain.weights(), training) || nearStep(soft, plain.weights(), evaluation)) return;
          const samples = Uint32Array.from(batch.slice(0, "size" in soft.batches ? soft.batches.size : 1));
          expect(wasm.step(samples)).toBe(plain.step(samples));
        }
        if (nearStep(soft, plain.weights(), training) || nearStep(soft, plain.weights(), evaluation)) return;
        compared++;
        const [left, right] = [numbersOf(wasm.weights()), numbersOf(plain.weights())];
        for (const [k, numbers] of left.entries()) {
          for (const [i, value] of numbers.entries()) expect(Math.abs(value - right[k]![i]!)).toBeLessThan(1e-5);
        }
        for (const which of ["training", "evaluation"] as const) {
          const [one, other] = [wasm.measure(which), plain.measure(which)];
          expect(one.loss).toBeCloseTo(other.loss, 4);
          expect(one.accuracy === null).toBe(other.accuracy === null);
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it("give the oracle's outputs, for more samples than a block has", async () => {
    const given = {
      ...{ model: "dlgn-pwc" as const, inputs: 5, hidden: [7, 6], outputs: 3, bias: true },
      ...{ gates: { beta: 2, fixed: false }, loss: "mse" as const, adam: { rate: 0.01 }, batches: { size: 8 } },
      ...{ epochs: 0, checkpoints: [] },
    };
    const { inputs } = samplesFor(given, 301, 5);
    const weights = initialWeights(given, 5);
    const [wasm, plain] = [
      await gatedOutputs(given, weights, inputs),
      await gatedOutputs(given, weights, inputs, { kernels: "plain" }),
    ];
    expect(wasm).toHaveLength(903);
    for (const [i, value] of wasm.entries()) expect(value).toBeCloseTo(plain[i]!, 5);
  });

  it("count the first of equal outputs as the answer", async () => {
    const given = {
      ...{ model: "dln" as const, inputs: 1, hidden: [1], outputs: 3, bias: true, gates: null },
      ...{ loss: "cross-entropy" as const, adam: { rate: 0.01 }, batches: { size: 1 }, epochs: 0, checkpoints: [] },
    };
    const start = initialWeights(given, 1);
    for (const numbers of numbersOf(start)) numbers.fill(0);
    const training = { inputs: new Float32Array(3), labels: Uint8Array.from([0, 1, 2]) };
    for (const kernels of ["wasm", "plain"] as const) {
      const trainer = await openGatedTrainer(kernels, { settings: given, start, training, evaluation: null });
      const { loss, accuracy } = trainer.measure("training");
      expect(accuracy).toBe(1 / 3);
      expect(loss).toBeCloseTo(Math.log(3), 12);
    }
  });
});
