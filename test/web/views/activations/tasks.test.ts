import { describe, expect, it } from "vitest";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { formulaTask } from "../../../../src/web/views/activations/formulaTask.js";
import { portraitTask } from "../../../../src/web/views/activations/portraitTask.js";

const usual = { epsilon: 0, gamma: 1, beta: 0, weightVariance: 1 };

describe("the formula of an activation", () => {
  it("of relu has the value that the quadrature finds", () => {
    const answer = formulaTask({ activation: "relu", batches: [8] });
    if (answer.kind !== "closed") throw new Error(answer.kind);
    const { rate } = batchNorm({ activation: "relu", batch: 8 }, { method: "quadrature" });
    expect(Math.abs(Number(answer.values[0]!.value) - rate.value)).toBeLessThanOrEqual(rate.error);
    expect(answer.claim.tex).toContain("\\arccos");
  });

  it("is in integrals where none is closed, and is plain data", () => {
    const answer = formulaTask({ activation: "tanh", batches: [] });
    expect(answer.kind).toBe("integrals");
    expect(structuredClone(answer)).toEqual(answer);
  });

  it("is none for a constant", () => {
    expect(formulaTask({ activation: "1", batches: [8] })).toEqual({ kind: "none" });
  });

  it("is refused for what is no activation", () => {
    expect(() => formulaTask({ activation: "relu(", batches: [] })).toThrow(/this parenthesis is never closed/);
  });
});

describe("the portrait of an activation", () => {
  it("has its kinks, its picture and the methods", () => {
    const { portrait, routes } = portraitTask({ ...usual, activation: "relu", batches: [8, Infinity] });
    expect(portrait.facts.breakpoints.map(({ at }) => at)).toEqual([0]);
    expect(portrait.values.flat().every(([x, y]) => y === Math.max(x, 0))).toBe(true);
    expect(routes.map(({ method }) => method)).toEqual(["closed-form", "closed-form"]);
  });
});
