import erf from "@stdlib/math-base-special-erf";
import { describe, expect, it } from "vitest";
import { type BatchNorm, batchNorm } from "../../../src/index.js";
import { denseOperators } from "../../../src/theorems/batchnorm/ways/denseOperators.js";
import { groupedEigenvalues } from "../../../src/theorems/batchnorm/ways/groupedEigenvalues.js";
import type { DenseActivation, DenseOperators } from "../../../src/theorems/batchnorm/ways/sphereSums.js";

/**
 * The spectra against B^2 x B^2 matrices that were integrated over the whole sphere and diagonalised: nothing about G, L
 * and M goes into them. Their quadrature is good to 4e-11 relative, and its error, not ours, sets the tolerance.
 */
const TOLERANCE = 2e-10;
const normalDensity = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const normalCdf = (x: number) => (1 + erf(x / Math.SQRT2)) / 2;

const activations: Readonly<Record<string, DenseActivation>> = {
  tanh: { value: Math.tanh, derivative: (x) => 1 - Math.tanh(x) ** 2 },
  gelu: { value: (x) => x * normalCdf(x), derivative: (x) => normalCdf(x) + x * normalDensity(x) },
  "x + x^3": { value: (x) => x + x ** 3, derivative: (x) => 1 + 3 * x * x },
  relu: { value: (x) => Math.max(x, 0), derivative: (x) => (x > 0 ? 1 : 0), kinks: [0] },
  abs: { value: Math.abs, derivative: Math.sign, kinks: [0] },
};

function expectClose(found: number, want: number, label: string): void {
  expect(Math.abs(found - want) / Math.max(1, Math.abs(want)), `${label}: ${found}, want ${want}`).toBeLessThan(
    TOLERANCE,
  );
}

/** Largest first, as many of each as its space has dimensions: 1, B-1 and B(B-3)/2. */
function expectSpectrum(network: BatchNorm, dense: DenseOperators, side: "forward" | "backward"): void {
  const { batch } = network;
  const { G, L, M } = network[side];
  const expected = [
    { value: G.value, multiplicity: 1, name: "G" },
    { value: L!.value, multiplicity: batch - 1, name: "L" },
    { value: M!.value, multiplicity: (batch * (batch - 3)) / 2, name: "M" },
  ].sort((a, b) => b.value - a.value);
  const groups = groupedEigenvalues(dense[side], batch, 10 * TOLERANCE);
  expect(groups.map(({ multiplicity }) => multiplicity)).toEqual(expected.map(({ multiplicity }) => multiplicity));
  groups.forEach(({ value }, i) => {
    expectClose(expected[i]!.value, value, `${side} ${expected[i]!.name}`);
  });
}

describe.each(Object.entries(activations))("%s", (text, activation) => {
  it.each([4, 5, 6])("fixed point, eigenvalues and multiplicities at B = %i", (batch) => {
    const dense = denseOperators(activation, batch);
    const network = batchNorm({ activation: text, batch });
    for (const key of ["q", "c", "mu"] as const) expectClose(network.fixedPoint[key].value, dense[key], key);
    expectSpectrum(network, dense, "forward");
    expectSpectrum(network, dense, "backward");
    expectClose(network.rate.value, network.backward.G.value, "rate");
  });
});
