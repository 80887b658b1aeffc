import { describe, expect, it } from "vitest";
import { populationGradient } from "../../../../src/theory/alignment/population/populationGradient.js";
import { type MoveQuestion, moveStudentsTask } from "../../../../src/web/views/teachers/moveStudentsTask.js";
import { planeProblem, streamOf } from "../../../../src/web/views/teachers/planeProblem.js";
import { recordedSteps } from "../../../../src/web/views/teachers/recordedSteps.js";
import { sampleGradient } from "../../../../src/web/views/teachers/sampleGradient.js";
import { collect } from "../../support/collect.js";

const setting = { teachers: 2, students: 5, outputs: 2, polarity: 1, scale: 0.1, seed: 4 };
const question: MoveQuestion = {
  ...{ ...setting, gradient: "samples", batch: 8, rate: 0.05, steps: 200, from: null },
};

/** Means of blocks, with the standard error of their mean. */
function blockMean(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

describe("planeProblem", () => {
  it("has as many teachers as asked, of norm 1, none on the boundary of another, with fan-outs that fall with polarity", () => {
    for (const seed of [0, 1, 2, 3, 2 ** 40]) {
      const { teacher, student } = planeProblem({ ...setting, teachers: 6, seed });
      expect(student.W.length).toBe(5);
      teacher.W.forEach((w, j) => {
        expect(Math.hypot(...w)).toBeCloseTo(1, 14);
        expect(Math.hypot(...teacher.V[j]!)).toBeCloseTo(1 / (j + 1), 14);
        for (const other of teacher.W.slice(0, j)) {
          const sine = Math.abs(w[0]! * other[1]! - w[1]! * other[0]!);
          expect(sine).toBeGreaterThan(Math.sin((0.4 * Math.PI) / 6));
        }
      });
    }
  });
});

describe("sampleGradient", () => {
  it("is the population gradient on average", () => {
    const { teacher, student } = planeProblem({ ...setting, scale: 0.5 });
    const exact = populationGradient(student, teacher);
    const blocks = Array.from({ length: 60 }, (_, t) =>
      sampleGradient(student, teacher, streamOf(9, "batches", t).fill(new Float64Array(1000))),
    );
    // standard errors; the largest of 20 entries is above 4.5 with a probability of 1e-4, and the seed is fixed
    const off = (["W", "V"] as const).flatMap((layer) =>
      exact[layer].flatMap((row, k) =>
        row.map((entry, i) => {
          const { mean, error } = blockMean(blocks.map((block) => block[layer][k]![i]!));
          return Math.abs(mean - entry) / error;
        }),
      ),
    );
    expect(off.length).toBe(20);
    expect(Math.max(...off)).toBeLessThan(4.5);
  });

  it("is 0 where the student is its teacher", () => {
    const { teacher } = planeProblem(setting);
    const batch = streamOf(1, "batches").fill(new Float64Array(40));
    const { W, V } = sampleGradient(teacher, teacher, batch);
    // a sum of the same numbers twice, in the same order, with both signs
    for (const entry of [...W.flat(), ...V.flat()]) expect(Math.abs(entry)).toBeLessThan(1e-14);
  });
});

describe("moveStudentsTask", () => {
  it("shows each recorded step, with the loss that the state has and a flow that loses as long as it lasts", async () => {
    const { pieces, answer } = await collect(moveStudentsTask, question);
    expect(answer).toEqual({ divergedAt: null });
    expect(pieces.map(({ step }) => step)).toEqual(recordedSteps(200));
    expect(pieces[0]!.trained).toEqual(pieces[0]!.flow);
    const flow = pieces.map((piece) => piece.flow!.loss);
    expect(flow.every((loss, k) => k === 0 || loss <= flow[k - 1]! * (1 + 1e-9))).toBe(true);
    expect(flow.at(-1)).toBeLessThan(flow[0]! / 5);
  });

  it("comes nearer to the flow as steps of the exact gradient become smaller: the gap halves with the rate", async () => {
    const gapAt = async (rate: number) => {
      const exact = { ...question, gradient: "population" as const, rate, steps: 5 / rate };
      const last = (await collect(moveStudentsTask, exact)).pieces.at(-1)!;
      return Math.max(...last.trained.W.flatMap((row, k) => row.map((x, i) => Math.abs(x - last.flow!.W[k]![i]!))));
    };
    const [large, small] = [await gapAt(0.05), await gapAt(0.025)];
    expect(large).toBeLessThan(0.05);
    // first order: 2 but for higher orders and the solver's tolerance
    expect(large / small).toBeGreaterThan(1.8);
    expect(large / small).toBeLessThan(2.2);
  });

  it("goes on where it was stopped, to the same bits", async () => {
    const whole = await collect(moveStudentsTask, question);
    const first = await collect(moveStudentsTask, question, 30);
    expect(first.answer).toBeNull();
    const rest = await collect(moveStudentsTask, { ...question, from: first.pieces.at(-1)! });
    expect([...first.pieces, ...rest.pieces]).toEqual(whole.pieces);
  });

  it("ends, and says when, where the learning rate is too large", async () => {
    const wild = { ...question, scale: 1, students: 30, batch: 1, rate: 0.2, outputs: 5, steps: 2000 };
    const { answer, pieces } = await collect(moveStudentsTask, wild);
    expect(answer!.divergedAt).toBeGreaterThan(0);
    expect(pieces.every(({ trained }) => Number.isFinite(trained.loss))).toBe(true);
  });
});
