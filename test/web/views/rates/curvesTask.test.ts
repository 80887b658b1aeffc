import { describe, expect, it } from "vitest";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { curveBatches } from "../../../../src/web/views/rates/curveBatches.js";
import { curvesOf, instabilityText, runsOf } from "../../../../src/web/views/rates/curveOf.js";
import { type CurvesPiece, type CurvesQuestion, curvesTask } from "../../../../src/web/views/rates/curvesTask.js";
import { collect } from "../../support/collect.js";

const usual = { epsilon: 0, gamma: 1, beta: 0, weightVariance: 1 };
const curvesFor = async (question: CurvesQuestion) => {
  const { pieces } = await collect<CurvesQuestion, null, CurvesPiece>(curvesTask, question);
  return curvesOf(question, pieces);
};

describe("the curves of rates", () => {
  it("have every batch size from 4 to 16, and go on to a million", () => {
    const batches = curveBatches();
    expect(batches.slice(0, 13)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(batches.at(-1)).toBe(1e6);
    expect(new Set(batches).size).toBe(batches.length);
  });

  it("are what a second method computes, within both errors", async () => {
    const [curve] = await curvesFor({ ...usual, activations: ["tanh"], gamma: 1.5, beta: 0.25 });
    const some = curve!.results.filter((_, k) => k % 9 === 0);
    expect(some.length).toBeGreaterThan(4);
    for (const { batch, rate } of some) {
      const method = rate.method === "quadrature" ? "gegenbauer" : "quadrature";
      const second = batchNorm({ activation: "tanh", batch, gamma: 1.5, beta: 0.25 }, { method }).rate;
      expect(Math.abs(second.value - rate.value), `B = ${batch}`).toBeLessThanOrEqual(second.error + rate.error);
    }
    expect(curve!.limit?.batch).toBe(Infinity);
  });

  it("find the batch size at which BSB1 of gelu becomes unstable, to the sample", async () => {
    const [curve] = await curvesFor({ ...usual, activations: ["gelu"] });
    expect(instabilityText(curve!)).toBe("from B = 39 on");
    // the forward eigenvalues by a second method, on both sides
    const largest = (batch: number) => {
      const { G, L, M } = batchNorm({ activation: "gelu", batch }, { method: "quadrature" }).forward;
      return Math.max(G.value, L!.value, M!.value);
    };
    expect(largest(38)).toBeLessThan(1);
    expect(largest(39)).toBeGreaterThan(1);
    expect(runsOf(curve!.results).map(({ kind }) => kind)).toEqual(["stays", "unstable"]);
  });

  it("know the exact rate of a collapsed state", async () => {
    // with epsilon above gamma^2 tanh networks collapse, and the rate is gamma^2 phi'(0)^2 / epsilon
    const { pieces } = await collect<CurvesQuestion, null, CurvesPiece>(
      curvesTask,
      { ...usual, activations: ["tanh"], gamma: 1, epsilon: 4 },
      3,
    );
    const results = pieces.flatMap((piece) => piece.results.map(({ result }) => result));
    expect(results.length).toBe(3);
    for (const { rate, stability } of results) {
      expect(rate.value).toBeCloseTo(1 / 4, 12);
      expect(stability.verdict).toBe("collapsed");
    }
  });

  it("leave out what is no activation, and keep the places of the others", async () => {
    const curves = await curvesFor({ ...usual, activations: ["tanh(", "", "identity", "__proto__"] });
    expect(curves.map(({ results }) => results.length > 0)).toEqual([false, false, true, false]);
  });

  it("cover the whole axis from the beginning", async () => {
    const question = { ...usual, activations: ["relu"] };
    const { pieces, answer } = await collect<CurvesQuestion, null, CurvesPiece>(curvesTask, question, 6);
    expect(answer).toBeNull();
    const [curve] = curvesOf(question, pieces);
    expect(curve!.results[0]!.batch).toBe(4);
    expect(curve!.results.at(-1)!.batch).toBe(1e6);
  });
});
