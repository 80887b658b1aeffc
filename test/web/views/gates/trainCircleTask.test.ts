import { describe, expect, it } from "vitest";
import { circle } from "../../../../src/simulation/gating/circle.js";
import { gatedOutputs } from "../../../../src/simulation/gating/gatedOutputs.js";
import { trainGated } from "../../../../src/simulation/gating/trainGated.js";
import { weightMatrices } from "../../../../src/simulation/gating/weightMatrices.js";
import { gatedNetwork } from "../../../../src/theory/gating/network/gatedNetwork.js";
import { pathMass } from "../../../../src/theory/gating/paths/pathMass.js";
import { abortError } from "../../../../src/web/engine/task.js";
import { networkKinds, recordedEpochs } from "../../../../src/web/views/gates/circleNetwork.js";
import { trainCircleTask, trainingSettings } from "../../../../src/web/views/gates/trainCircleTask.js";
import { small, trained } from "./support.js";

describe("trainCircleTask", () => {
  it.each(networkKinds)("trains %s as trainGated does, record by record", async (kind) => {
    const network = { ...small, kind };
    const { records, answer } = await trained({ ...network, seed: 7, epochs: 25, from: null });
    const settings = { ...trainingSettings(network, 25), checkpoints: recordedEpochs(25) };
    const run = await trainGated(settings, { training: circle() }, { seed: 7 });
    expect(answer.divergedAt).toBeNull();
    expect(records.map(({ epoch }) => epoch)).toEqual(recordedEpochs(25));
    expect(records.map(({ loss }) => loss)).toEqual(run.records.map(({ loss }) => loss));
    const last = weightMatrices(run.records.at(-1)!.weights);
    const found = records.at(-1)!.weights;
    // six digits are kept
    for (const [l, rows] of last.W.entries()) {
      for (const [i, row] of rows.entries()) {
        for (const [j, weight] of row.entries()) {
          expect(Math.abs(found.W[l]![i]![j]! - weight)).toBeLessThanOrEqual(5e-6 * Math.abs(weight));
        }
      }
    }
  });

  it("says the losses of the halves: their mean is that of the training, and they are those of the kernels' outputs", async () => {
    const { records } = await trained({ ...small, seed: 3, epochs: 10, from: null });
    const { inputs, targets } = circle();
    const settings = { ...trainingSettings(small, 10), checkpoints: [10] };
    const run = await trainGated(settings, { training: circle() }, { seed: 3 });
    const outputs = await gatedOutputs(settings, run.records[0]!.weights, inputs);
    const squares = Array.from(outputs, (output, k) => (output - targets[k]!) ** 2);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const { top, below, loss } = records.at(-1)!;
    // weights of six digits, and outputs of single precision
    expect(top).toBeCloseTo(mean(squares.slice(0, 200)), 5);
    expect(below).toBeCloseTo(mean(squares.slice(200)), 5);
    for (const record of records) expect((record.top + record.below) / 2).toBeCloseTo(record.loss, 5);
    expect(loss).not.toBe(records[0]!.loss);
  });

  it("counts active paths on both halves as pathMass does, point by point", async () => {
    const { records } = await trained({ ...small, seed: 3, epochs: 4, from: null });
    const { inputs } = circle();
    const { pathsTop, pathsBelow, weights } = records.at(-1)!;
    const network = gatedNetwork("dlgn", weights);
    const masses = Array.from({ length: 400 }, (_, k) => pathMass(network, [inputs[2 * k]!, inputs[2 * k + 1]!]));
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(pathsTop).toBeCloseTo(mean(masses.slice(0, 200)), 8);
    expect(pathsBelow).toBeCloseTo(mean(masses.slice(200)), 8);
    expect(pathsTop).not.toBe(pathsBelow);
  });

  it("continues after an epoch with the records that the whole run has", async () => {
    const whole = await trained({ ...small, seed: 5, epochs: 30, from: null });
    const rest = await trained({ ...small, seed: 5, epochs: 30, from: 12 });
    expect(rest.records).toEqual(whole.records.filter(({ epoch }) => epoch > 12));
    const longer = await trained({ ...small, seed: 5, epochs: 40, from: 30 });
    expect(longer.records.map(({ epoch }) => epoch)).toEqual([35, 40]);
  });

  it("keeps fixed gates where they start, and moves those that learn", async () => {
    const [free, fixed] = await Promise.all(
      (["dlgn", "dlgn-fixed"] as const).map((kind) => trained({ ...small, kind, seed: 1, epochs: 3, from: null })),
    );
    expect(fixed!.records.at(-1)!.weights.W).toEqual(fixed!.records[0]!.weights.W);
    expect(free!.records[0]!.weights.W).toEqual(fixed!.records[0]!.weights.W);
    expect(free!.records.at(-1)!.weights.W).not.toEqual(free!.records[0]!.weights.W);
    expect(fixed!.records.at(-1)!.pathsTop).toBe(fixed!.records[0]!.pathsTop);
  });

  it("moves the paths of a wide DLGN to the half where the target is slow, within three epochs", async () => {
    const wide = { ...small, width: 16, depth: 5, epochs: 3, from: null };
    for (const seed of [1, 2, 3]) {
      const { pathsTop, pathsBelow } = (await trained({ ...wide, seed })).records.at(-1)!;
      expect(pathsTop).toBeGreaterThan(2 * pathsBelow);
      const swapped = (await trained({ ...wide, seed, frequencies: "swapped" })).records.at(-1)!;
      expect(swapped.pathsBelow).toBeGreaterThan(2 * swapped.pathsTop);
    }
  });

  it("stops between two records", async () => {
    let shown = 0;
    const stopped = trainCircleTask(
      { ...small, seed: 1, epochs: 3000, from: null },
      {
        show: async () => {
          shown += 1;
          if (shown === 3) throw abortError();
        },
        pause: async () => {},
      },
    );
    await expect(stopped).rejects.toThrow("stopped");
    expect(shown).toBe(3);
  });

  it("refuses sizes that cannot be trained, in the engine's words", async () => {
    await expect(trained({ ...small, width: 0, seed: 1, epochs: 3, from: null })).rejects.toThrow(/hidden/);
    await expect(trained({ ...small, beta: -1, seed: 1, epochs: 3, from: null })).rejects.toThrow(/beta/);
  });
});

describe("recordedEpochs", () => {
  it("has the start, the end, and fewer and fewer between", () => {
    expect(recordedEpochs(3)).toEqual([0, 1, 2, 3]);
    const many = recordedEpochs(3000);
    expect(many.at(-1)).toBe(3000);
    expect(many).toContain(20);
    expect(many).not.toContain(21);
    expect(many).not.toContain(305);
    expect(many.length).toBe(21 + 56 + 54);
    expect(recordedEpochs(233).at(-1)).toBe(233);
  });
});
