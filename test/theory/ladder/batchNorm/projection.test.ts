import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiply, transpose } from "../../../../src/numeric/linearAlgebra/denseMatrix.js";
import { batchNormBackward } from "../../../../src/theory/ladder/batchNorm/batchNormBackward.js";
import { batchNormJacobian, batchNormProjection } from "../../../../src/theory/ladder/batchNorm/batchNormProjection.js";
import { casesOfKind, largestGap, within } from "../cases.js";

const entry = fc.integer({ min: -4000, max: 4000 }).map((k) => k / 1000);
/** Not constant. */
const activations = fc
  .array(entry, { minLength: 2, maxLength: 9 })
  .filter((f) => Math.max(...f) - Math.min(...f) > 0.01);

/** d BN(f)/df_k by the chain rule of its definition, with the derivative of each number beside it. */
function derivativeColumn(f: readonly number[], k: number, c1: number, epsilon: number): number[] {
  const N = f.length;
  const mu = f.reduce((a, b) => a + b) / N;
  const variance = f.reduce((sum, x) => sum + (x - mu) ** 2, 0) / N;
  const dVariance = f.reduce((sum, x, i) => sum + 2 * (x - mu) * (Number(i === k) - 1 / N), 0) / N;
  const s = Math.sqrt(variance + epsilon);
  const ds = dVariance / (2 * s);
  return f.map((x, i) => c1 * ((Number(i === k) - 1 / N) / s - ((x - mu) * ds) / (s * s)));
}

describe("batchNormProjection", () => {
  it.each(casesOfKind("bn_projection"))("has the reference's matrices: $id", ({ inputs, expected, tolerance }) => {
    const { projection, jacobian, sigma, rank } = batchNormProjection(inputs.f, { c1: inputs.c1 });
    within({ P_perp: projection, J: jacobian, sigma, rank }, expected, tolerance);
  });

  it("is the one symmetric idempotent matrix of trace N - 2 that kills f and 1", () => {
    fc.assert(
      fc.property(activations, (f) => {
        const { projection: P, rank } = batchNormProjection(f);
        expect(largestGap(multiply(P, P), P)).toBeLessThan(1e-14);
        expect(largestGap(transpose(P), P)).toBeLessThan(1e-15);
        const killed = multiply(
          P,
          f.map((x) => [x, 1]),
        );
        expect(Math.max(...killed.flat().map(Math.abs))).toBeLessThan(1e-13);
        expect(P.reduce((sum, row, i) => sum + row[i]!, 0)).toBeCloseTo(f.length - 2, 12);
        expect(rank).toBe(f.length - 2);
      }),
    );
  });

  it("ignores a mean that is huge: the same matrix to the last bits", () => {
    const f = [3, -1, 4, 1, -5, 9];
    const shifted = f.map((x) => x + 2 ** 52);
    const [own, far] = [batchNormProjection(f), batchNormProjection(shifted)];
    expect(largestGap(own.projection, far.projection)).toBeLessThan(4e-16);
    expect(Math.abs(own.sigma - far.sigma)).toBeLessThan(1e-15);
  });

  it("resolves an f that differs in its last bit only", () => {
    const { projection, sigma } = batchNormProjection([1, 1 + 2 ** -52, 1]);
    expect(largestGap(projection, batchNormProjection([0, 1, 0]).projection)).toBeLessThan(4e-16);
    expect(sigma / 2 ** -52).toBeCloseTo(Math.sqrt(2) / 3, 14);
  });

  it.each([2 ** 1000, 2 ** -1000])("does not overflow or underflow at the scale %s", (scale) => {
    const { projection, sigma } = batchNormProjection([1, 2, 4].map((x) => x * scale));
    expect(largestGap(projection, batchNormProjection([1, 2, 4]).projection)).toBeLessThan(4e-16);
    expect(sigma / scale).toBeCloseTo(Math.sqrt(14 / 9), 14);
  });

  it("is zero for a batch of two", () => {
    const { projection, rank } = batchNormProjection([1, 3]);
    expect(Math.max(...projection.flat().map(Math.abs))).toBeLessThan(1e-15);
    expect(rank).toBe(0);
  });

  it("names a constant f and what to do", () => {
    expect(() => batchNormProjection([2.5, 2.5, 2.5])).toThrow(/f = the constant 2.5 .* epsilon > 0/);
    expect(() => batchNormProjection([7])).toThrow(/f = the constant 7/);
  });

  it.each([[[Number.NaN, 1]], [[1, Number.POSITIVE_INFINITY]], [[]]])("names numbers that are none: %j", (f) => {
    expect(() => batchNormProjection(f)).toThrow(/f(\[\d\]|\.length)/);
  });

  it("says that a batch of 2001 is too large for a matrix", () => {
    const f = Array.from({ length: 2001 }, (_, i) => i);
    expect(() => batchNormProjection(f)).toThrow(/at most 2000/);
    expect(batchNormBackward(f, f).inputGradient).toHaveLength(2001);
  });
});

describe("batchNormJacobian", () => {
  it("is the derivative by the chain rule, for any epsilon", () => {
    const options = fc.record({ c1: entry, epsilon: fc.constantFrom(0, 1e-5, 0.1, 2) });
    fc.assert(
      fc.property(activations, options, (f, { c1, epsilon }) => {
        const { jacobian } = batchNormJacobian(f, { c1, epsilon });
        const expected = transpose(f.map((_, k) => derivativeColumn(f, k, c1, epsilon)));
        // entries up to 4 / 0.003
        expect(largestGap(jacobian, expected)).toBeLessThan(1e-9);
      }),
    );
  });

  it("has the eigenvalues that it says: 0 on constants, a shrunk one on f, c1/s across", () => {
    const f = [0.3, -1.2, 0.7, 2.2];
    const { jacobian, eigenvalues, mean, scale, sigma, isProjection, rank } = batchNormJacobian(f, {
      c1: 1.7,
      epsilon: 0.4,
    });
    const centred = f.map((x) => [x - mean]);
    expect(
      largestGap(
        multiply(jacobian, centred),
        centred.map(([x]) => [eigenvalues.along * x!]),
      ),
    ).toBeLessThan(1e-14);
    expect(eigenvalues.along).toBeCloseTo((1.7 * 0.4) / scale ** 3, 14);
    // orthogonal to 1 and f
    const [a, b, c] = [f[1]! - f[2]!, f[2]! - f[0]!, f[0]! - f[1]!];
    const across = [[a], [b], [c], [0]];
    expect(
      largestGap(
        multiply(jacobian, across),
        across.map(([x]) => [eigenvalues.across * x!]),
      ),
    ).toBeLessThan(1e-14);
    expect([isProjection, rank]).toEqual([false, 3]);
    expect(scale ** 2).toBeCloseTo(sigma ** 2 + 0.4, 14);
  });

  it("centres and scales a constant f when epsilon is positive", () => {
    const { jacobian, eigenvalues } = batchNormJacobian([5, 5], { epsilon: 0.25 });
    expect(jacobian).toEqual([
      [1, -1],
      [-1, 1],
    ]);
    expect(eigenvalues).toEqual({ constants: 0, along: 2, across: 2 });
  });

  it.each([-1e-9, Number.NaN, Number.POSITIVE_INFINITY])("refuses epsilon = %s", (epsilon) => {
    expect(() => batchNormJacobian([1, 2], { epsilon })).toThrow(/epsilon/);
  });
});

describe("batchNormBackward", () => {
  it.each(casesOfKind("bn_backward"))("has the reference's gradients: $id", ({ inputs, expected, tolerance }) => {
    const { f, g, c1, c0, eps } = inputs;
    const { inputGradient, parameterGradient, output } = batchNormBackward(f, g, { c1, c0, epsilon: eps });
    within({ g_f: inputGradient, g_c: parameterGradient, fbar: output }, expected, tolerance);
  });

  it("is the Jacobian times g, and the derivatives of g . output by c1 and c0", () => {
    const options = fc.record({ c1: entry, c0: entry, epsilon: fc.constantFrom(0, 1e-3, 1) });
    fc.assert(
      fc.property(activations, fc.infiniteStream(entry), options, (f, stream, { c1, c0, epsilon }) => {
        const g = f.map(() => stream.next().value as number);
        const { inputGradient, parameterGradient } = batchNormBackward(f, g, { c1, c0, epsilon });
        const expected = f.map((_, k) => derivativeColumn(f, k, c1, epsilon).reduce((sum, x, i) => sum + x * g[i]!, 0));
        expect(largestGap([inputGradient], [expected])).toBeLessThan(1e-9);
        const along = (gain: number, offset: number) =>
          batchNormBackward(f, g, { c1: gain, c0: offset, epsilon }).output.reduce((sum, x, i) => sum + x * g[i]!, 0);
        expect(parameterGradient[0]).toBeCloseTo(along(1, 0), 10);
        expect(parameterGradient[1]).toBeCloseTo(along(0, 1), 10);
      }),
    );
  });

  it("leaves nothing of a gradient along f and 1, relative to its size", () => {
    const f = [0.1, 0.7, -0.4, 0.2, 0.9];
    const { inputGradient } = batchNormBackward(
      f,
      f.map((x) => 1e6 * x + 1e6),
    );
    expect(Math.max(...inputGradient.map(Math.abs))).toBeLessThan(1e-9);
  });

  it("keeps all digits for a large mean of f and of g", () => {
    const [f, g] = [
      [1, 5, -2, 3],
      [2, -1, 0, 4],
    ];
    const near = batchNormBackward(f, g);
    const far = batchNormBackward(
      f.map((x) => x + 2 ** 40),
      g.map((x) => x - 2 ** 40),
    );
    expect(largestGap([near.inputGradient], [far.inputGradient])).toBeLessThan(1e-15);
    expect(far.parameterGradient[0]).toBeCloseTo(near.parameterGradient[0], 14);
  });

  it("refuses a g of another length and a c0 that is no number", () => {
    expect(() => batchNormBackward([1, 2], [1])).toThrow(/g\.length = 1/);
    expect(() => batchNormBackward([1, 2], [1, 1], { c0: Number.NaN })).toThrow(/c0/);
  });
});
