import { readFileSync } from "node:fs";
import erf from "@stdlib/math-base-special-erf";
import { describe, expect, it } from "vitest";
import { denseOperators } from "../../../../src/theorems/batchnorm/ways/denseOperators.js";
import { groupedEigenvalues } from "../../../../src/theorems/batchnorm/ways/groupedEigenvalues.js";
import { newtonLegendre } from "../../../../src/theorems/batchnorm/ways/newtonLegendre.js";
import { rayleighQuotients } from "../../../../src/theorems/batchnorm/ways/rayleighQuotients.js";
import type { DenseActivation, DenseOperators } from "../../../../src/theorems/batchnorm/ways/sphereSums.js";

interface ReferenceValue {
  readonly quantity: string;
  readonly activation: string;
  readonly batch: number | "inf";
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly value: string;
}

const reference: readonly ReferenceValue[] = JSON.parse(
  readFileSync(new URL("../../../reference/batchnorm-independent.json", import.meta.url), "utf8"),
).values;

const identity: DenseActivation = { value: (x) => x, derivative: () => 1 };
const normalDensity = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const normalCdf = (x: number) => (1 + erf(x / Math.SQRT2)) / 2;

const activations: Readonly<Record<string, DenseActivation>> = {
  tanh: { value: Math.tanh, derivative: (x) => 1 - Math.tanh(x) ** 2 },
  gelu: { value: (x) => x * normalCdf(x), derivative: (x) => normalCdf(x) + x * normalDensity(x) },
  "x + x^3": { value: (x) => x + x ** 3, derivative: (x) => 1 + 3 * x * x },
  relu: { value: (x) => Math.max(x, 0), derivative: (x) => (x > 0 ? 1 : 0), kinks: [0] },
  abs: { value: Math.abs, derivative: Math.sign, kinks: [0] },
  "leaky_relu(0.2)": { value: (x) => (x > 0 ? x : 0.2 * x), derivative: (x) => (x > 0 ? 1 : 0.2), kinks: [0] },
  "elu(1)": { value: (x) => (x > 0 ? x : Math.expm1(x)), derivative: (x) => (x > 0 ? 1 : Math.exp(x)), kinks: [0] },
  hardtanh: {
    value: (x) => Math.max(-1, Math.min(1, x)),
    derivative: (x) => (Math.abs(x) < 1 ? 1 : 0),
    kinks: [-1, 1],
  },
};

const relative = (got: number, want: number) => Math.abs(got - want) / Math.max(1, Math.abs(want));

function quantitiesOf(operators: DenseOperators): Record<string, number> {
  const forward = rayleighQuotients(operators.forward, operators.batch);
  const backward = rayleighQuotients(operators.backward, operators.batch);
  return {
    q: operators.q,
    c: operators.c,
    mu: operators.mu,
    fwd_G: forward.G,
    fwd_L: forward.L,
    fwd_M: forward.M,
    bwd_G: backward.G,
    bwd_L: backward.L,
    bwd_M: backward.M,
  };
}

describe("newtonLegendre", () => {
  it("integrates x^(2k) exactly up to degree 2n - 1", () => {
    const { nodes, weights } = newtonLegendre(12);
    for (let k = 0; k <= 11; k++) {
      const sum = nodes.reduce((total, x, i) => total + weights[i]! * x ** (2 * k), 0);
      expect(sum).toBeCloseTo(2 / (2 * k + 1), 14);
    }
  });
});

it("tanh agrees between the angular rule and the sign cells at B = 4", () => {
  const angles = quantitiesOf(denseOperators(activations.tanh!, 4, { rule: "angles" }));
  const cells = quantitiesOf(denseOperators(activations.tanh!, 4));
  for (const [quantity, value] of Object.entries(angles)) {
    expect(relative(cells[quantity]!, value), quantity).toBeLessThan(1e-12);
  }
});

it.each([3, 7, 4.5])("refuses batch %d", (batch) => {
  expect(() => denseOperators(identity, batch)).toThrow("want 4, 5 or 6");
});

describe("dense operators of the identity", () => {
  it.each([4, 5, 6])("have the closed forms and multiplicities at B = %i", (batch) => {
    const n = batch - 1;
    const operators = denseOperators(identity, batch, { rule: "angles" });
    expect(operators.q).toBeCloseTo(1, 12);
    expect(operators.c).toBeCloseTo(-1 / n, 12);
    // Traceless part: forward C/(C+2) with C = n, backward (n^2 - 2)/(n^2 - 4).
    const rest = (batch * (batch - 1)) / 2 - 1;
    const forward = groupedEigenvalues(operators.forward, batch, 1e-10);
    expect(forward.map((group) => group.multiplicity)).toEqual([rest, 1]);
    expect(forward[0]!.value).toBeCloseTo(n / (n + 2), 12);
    expect(forward[1]!.value).toBeCloseTo(0, 12);
    const backward = groupedEigenvalues(operators.backward, batch, 1e-10);
    expect(backward.map((group) => group.multiplicity)).toEqual([1, rest]);
    expect(backward[0]!.value).toBeCloseTo((batch - 2) / (batch - 3), 12);
    expect(backward[1]!.value).toBeCloseTo((n * n - 2) / (n * n - 4), 12);
  });

  it.each([4, 5, 6])("agree between the angular rule and the sign cells at B = %i", (batch) => {
    const angles = quantitiesOf(denseOperators(identity, batch, { rule: "angles" }));
    const cells = quantitiesOf(denseOperators(identity, batch, { rule: "cells" }));
    for (const [quantity, value] of Object.entries(angles)) {
      expect(relative(cells[quantity]!, value), quantity).toBeLessThan(1e-10);
    }
  });
});

describe.each(Object.entries(activations))("dense operators of %s", (name, activation) => {
  // Walls off the origin cut the sphere in cells that are not split here: that case is a coarse check only.
  const split = (activation.kinks ?? []).every((kink) => kink === 0);
  const tolerance = split ? 2e-10 : 5e-4;
  const batches = split ? [4, 5, 6] : [4];
  const cache = new Map<number, DenseOperators>();
  const operatorsAt = (batch: number): DenseOperators => {
    const known = cache.get(batch) ?? denseOperators(activation, batch);
    cache.set(batch, known);
    return known;
  };

  it.each(batches)("have the spectrum 1 x G, (B-1) x L, B(B-3)/2 x M at B = %i", (batch) => {
    const operators = operatorsAt(batch);
    const found = quantitiesOf(operators);
    for (const [operator, key] of [
      [operators.forward, "fwd"],
      [operators.backward, "bwd"],
    ] as const) {
      const expected = [
        { value: found[`${key}_G`]!, multiplicity: 1 },
        { value: found[`${key}_L`]!, multiplicity: batch - 1 },
        { value: found[`${key}_M`]!, multiplicity: (batch * (batch - 3)) / 2 },
      ].sort((a, b) => b.value - a.value);
      const groups = groupedEigenvalues(operator, batch, 10 * tolerance);
      expect(groups.map((group) => group.multiplicity)).toEqual(expected.map((group) => group.multiplicity));
      groups.forEach((group, i) => {
        expect(Math.abs(group.value - expected[i]!.value)).toBeLessThan(10 * tolerance);
      });
    }
    expect(Math.abs(found.fwd_G!)).toBeLessThan(tolerance);
  });

  it("agree with two-sample integrals of the reference file", () => {
    const cases = reference.filter(
      (row) =>
        row.activation === name &&
        typeof row.batch === "number" &&
        batches.includes(row.batch) &&
        row.epsilon === 0 &&
        row.gamma === 1 &&
        row.beta === 0 &&
        !row.quantity.startsWith("cross"),
    );
    expect(cases.length).toBeGreaterThan(1);
    for (const { quantity, batch, value } of cases) {
      const size = batch as number;
      const found = quantitiesOf(operatorsAt(size))[quantity]!;
      expect(relative(found, Number(value)), `${name} B=${size} ${quantity} ${found}`).toBeLessThan(tolerance);
    }
  });
});
