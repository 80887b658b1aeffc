import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { batchNorm } from "../../../../src/index.js";
import { arccosineKernel } from "../../../../src/numeric/special/arccosineKernel.js";
import type { Homogeneity } from "../../../../src/symbolic/activation/activation.js";
import { centredCovariance } from "../../../../src/theory/batchnorm/covariance/centredCovariance.js";
import { gaussLaplace } from "../../../../src/theory/batchnorm/covariance/laplace/gaussLaplace.js";
import { HomogeneousKernel } from "../../../../src/theory/batchnorm/covariance/laplace/homogeneousKernel.js";
import {
  laplaceCovariance as map,
  trapezoidLaplace,
} from "../../../../src/theory/batchnorm/covariance/laplace/laplaceCovariance.js";
import { centredSpectrum } from "../../../../src/theory/batchnorm/covariance/spectrum.js";
import reference from "../../../reference/covariance.json" with { type: "json" };

const centred = (sigma: Matrix) => centredCovariance(Float64Array.from(sigma.to1DArray()), sigma.rows, sigma.rows);

function laplaceCovariance(homogeneity: Homogeneity, sigma: Matrix, epsilon = 0) {
  const found = map(homogeneity, centred(sigma), epsilon);
  return { ...found, values: Matrix.from1DArray(sigma.rows, sigma.rows, Array.from(found.values)) };
}

/** relu(x)^a needs no left branch; the general one is written out. */
const homogeneous = (a: number, right: number, left: number) => `x > 0 ? ${right}*x^${a} : ${left}*abs(x)^${a}`;

/** A fixed stream of numbers in (-1/2, 1/2). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

function factor(rows: number, columns: number, seed: number): Matrix {
  const next = stream(seed);
  return new Matrix(Array.from({ length: rows }, () => Array.from({ length: columns }, next)));
}

/** V for a rank-2 batch: y/|y| depends on one angle, uniform; split where a sample vanishes. */
function byAngle(batch: Matrix, phi: (x: number) => number): Matrix {
  const y = batch.clone().center("column");
  const size = y.rows;
  const full = 2 * Math.PI;
  const cuts = [0, full];
  for (let i = 0; i < size; i++) {
    const zero = Math.atan2(y.get(i, 1), y.get(i, 0)) + Math.PI / 2;
    for (const place of [zero, zero + Math.PI]) cuts.push(((place % full) + full) % full);
  }
  cuts.sort((a, b) => a - b);
  const out = Matrix.zeros(size, size);
  const h = 0.0625;
  for (let k = 0; k + 1 < cuts.length; k++) {
    const width = cuts[k + 1] - cuts[k];
    if (width === 0) continue;
    for (let x = -36; x <= 36; x += h) {
      const near = 1 / (1 + Math.exp(Math.abs(x)));
      const angle = x < 0 ? cuts[k] + width * near : cuts[k + 1] - width * near;
      const direction = y.mmul(Matrix.columnVector([Math.cos(angle), Math.sin(angle)]));
      const f = Matrix.mul(direction, Math.sqrt(size) / direction.norm())
        .to1DArray()
        .map(phi);
      const weight = (width * near * (1 - near) * h) / full;
      for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) out.set(i, j, out.get(i, j) + weight * f[i] * f[j]);
    }
  }
  return out;
}

const power = (a: number, right: number, left: number) => (x: number) => {
  if (x === 0) return 0;
  return x > 0 ? right * x ** a : left * (-x) ** a;
};
const largestGap = (a: Matrix, b: Matrix) => Matrix.sub(a, b).abs().max();

describe("laplaceCovariance", () => {
  it("reproduces the route at BSB1", () => {
    for (const [a, right, left, batch] of [
      [1, 1, 0, 8],
      [1.3, 0.7, -0.4, 6],
      [0.5, 1, 0.3, 5],
      [0.4, 1, 0.3, 5],
      [-0.3, 1, 0.3, 5],
      [0, 1, -1, 8],
      [3, 1, 0.5, 12],
    ]) {
      const sigma = Matrix.eye(batch).mul(3).add(1);
      const { values, error } = laplaceCovariance({ degree: a, right, left }, sigma);
      const { fixedPoint } = batchNorm({ activation: homogeneous(a, right, left), batch });
      const q = fixedPoint.q.value;
      const scale = Math.max(1, q);
      expect(error).toBeLessThan(1e-12 * scale);
      expect(Math.abs(values.get(0, 0) - q)).toBeLessThan(
        error + fixedPoint.q.error + fixedPoint.c.error + 1e-14 * scale,
      );
      expect(Math.abs(values.get(1, 3) - q * fixedPoint.c.value)).toBeLessThan(
        error + fixedPoint.q.error + fixedPoint.c.error + 1e-14 * scale,
      );
    }
  });

  it.each([
    { a: 1, right: 1, left: 0, thin: 1 },
    { a: 1.7, right: 1, left: -0.3, thin: 1 },
    { a: 0.3, right: 1, left: 0.5, thin: 1 },
    { a: 0.7, right: 1, left: 0.5, thin: 1e-2 },
    { a: 2, right: 1, left: 0.1, thin: 1e-3 },
    { a: 0.2, right: 1, left: -1, thin: 1e-3 },
    { a: -0.2, right: 1, left: 0.4, thin: 1 },
    { a: 0, right: 1, left: -1, thin: 1 },
  ])(
    "agrees with an integral over one angle for rank 2: $a, $right, $left, thinness $thin",
    ({ a, right, left, thin }) => {
      const batch = factor(5, 2, 11).mmul(Matrix.diag([1, thin]));
      const { values, error } = laplaceCovariance({ degree: a, right, left }, batch.mmul(batch.transpose()));
      expect(error).toBeLessThan(2e-12 * values.max());
      // The direct integral sees a negative power only down to a rounding of the angle.
      const slack = a < 0 ? 1e-7 : 5e-14 * values.max();
      expect(largestGap(values, byAngle(batch, power(a, right, left)))).toBeLessThan(error + slack);
    },
  );

  it("is equivariant under permutations, blind to scale and to what all samples share", () => {
    const batch = factor(6, 6, 5);
    const sigma = batch.mmul(batch.transpose());
    const order = [3, 0, 5, 1, 4, 2];
    for (const a of [1, 0.25, 1.6]) {
      const homogeneity = { degree: a, right: 1, left: 0.4 };
      const { values, error } = laplaceCovariance(homogeneity, sigma);
      const permuted = laplaceCovariance(homogeneity, sigma.selection(order, order)).values;
      expect(largestGap(permuted, values.selection(order, order))).toBeLessThan(2 * error);
      expect(largestGap(laplaceCovariance(homogeneity, Matrix.mul(sigma, 1e-9)).values, values)).toBeLessThan(
        2 * error,
      );
      expect(largestGap(laplaceCovariance(homogeneity, Matrix.add(sigma, 0.5)).values, values)).toBeLessThan(4 * error);
    }
  });

  it("keeps the trace of degree 1, B (left^2 + right^2)/2, up to a condition number of 1e6", () => {
    for (const batch of [4, 8, 16]) {
      const thin = Matrix.diag(Array.from({ length: batch }, (_, i) => 10 ** ((-3 * i) / (batch - 1))));
      const points = factor(batch, batch, batch).mmul(thin);
      const { values, error } = laplaceCovariance({ degree: 1, right: 1, left: -0.2 }, points.mmul(points.transpose()));
      expect(error).toBeLessThan(5e-12);
      expect(Math.abs(values.trace() - (batch * 1.04) / 2)).toBeLessThan(1e-13 * batch);
    }
  });

  it("takes samples that are copies of each other, and a batch of rank 1", () => {
    const twins = factor(4, 4, 3).selection([0, 0, 1, 2], [0, 1, 2, 3]);
    const { values, error } = laplaceCovariance({ degree: 0.3, right: 1, left: 0.2 }, twins.mmul(twins.transpose()));
    expect(Math.abs(values.get(0, 1) - values.get(0, 0))).toBeLessThan(error);
    const line = Matrix.columnVector([1, -1, 0.5, -0.5]);
    const rank1 = laplaceCovariance({ degree: 1, right: 1, left: 0 }, line.mmul(line.transpose()));
    // y = +-line: V = (phi(line) phi(line)^T + phi(-line) phi(-line)^T)/2 after scaling to |y|^2 = B = 4.
    const scale = 4 / 2.5;
    expect(
      largestGap(
        rank1.values,
        new Matrix([
          [1, 0, 0.5, 0],
          [0, 1, 0, 0.5],
          [0.5, 0, 0.25, 0],
          [0, 0.5, 0, 0.25],
        ]).mul(scale / 2),
      ),
    ).toBeLessThan(rank1.error);
  });

  it("refuses what has no answer", () => {
    expect(() => laplaceCovariance({ degree: 1, right: 1, left: 0 }, Matrix.ones(4, 4))).toThrow(/centring/);
    expect(() => laplaceCovariance({ degree: -0.5, right: 1, left: 0 }, Matrix.eye(4))).toThrow(/degree/);
    expect(() => laplaceCovariance({ degree: 1, right: 1, left: 0 }, Matrix.diag([1, -1, 1]))).toThrow(/semi-definite/);
  });
});

describe("laplaceCovariance against 22 digits of Theorem 2", () => {
  it.each(reference.laplace)("$name", ({ sigma, left, right, values }) => {
    const got = laplaceCovariance({ degree: 1, left, right }, new Matrix(sigma));
    const want = new Matrix(values.map((row) => row.map(Number)));
    const gap = largestGap(got.values, want) / want.max();
    expect(gap).toBeLessThan(1e-12);
    expect(gap).toBeLessThanOrEqual(got.error / want.max());
    expect(got.error).toBeLessThan(4e-12);
  });
});

describe("gaussLaplace", () => {
  it.each([
    { size: 24, rank: 40, degree: 1, left: 0 },
    { size: 32, rank: 31, degree: 1, left: -0.2 },
    { size: 40, rank: 40, degree: 1.7, left: 0.3 },
    { size: 40, rank: 60, degree: 0.5, left: 0 },
    { size: 48, rank: 30, degree: 2, left: 1 },
  ])("agrees with the trapezoid sum in eigencoordinates at B = $size, rank $rank, degree $degree", (setting) => {
    const { size, rank, degree, left } = setting;
    const batch = factor(size, rank, size + rank);
    const sigma = batch.mmul(batch.transpose());
    for (const epsilon of [0, 0.3 / size]) {
      const kernel = new HomogeneousKernel({ degree, right: 1, left });
      const fast = gaussLaplace(kernel, centred(sigma), epsilon * size);
      const slow = trapezoidLaplace(kernel, centredSpectrum(centred(sigma)), epsilon * size);
      expect(fast).toBeDefined();
      const gap = Math.max(...Array.from(fast?.values ?? [], (value, at) => Math.abs(value - slow.values[at])));
      expect(gap).toBeLessThan((fast?.error ?? 0) + slow.error);
      expect(fast?.error).toBeLessThan(1e-12 * Math.max(...slow.values));
    }
  });

  it.each([
    { degree: 1, scales: (k: number) => (k === 0 ? 1e3 : 1), nodes: 45 },
    { degree: 1, scales: (k: number) => (k < 2 ? 300 : 1), nodes: 55 },
    { degree: 2.3, scales: (k: number) => 10 ** (-k / 8), nodes: 45 },
    { degree: 0.3, scales: (k: number) => (k === 0 ? 30 : 1), nodes: 35 },
    { degree: 0.05, scales: () => 1, nodes: 15 },
    { degree: -0.2, scales: (k: number) => (k < 12 ? 100 : 1), nodes: 30 },
    { degree: -0.4, scales: () => 1, nodes: 15 },
    { degree: 0, scales: () => 1, nodes: 1 },
  ])("takes directions that dominate, and degrees below 1/2: $degree, at most $nodes nodes", (setting) => {
    const { degree, scales, nodes } = setting;
    const batch = factor(26, 30, 7);
    for (let k = 0; k < 30; k++) for (let i = 0; i < 26; i++) batch.set(i, k, scales(k) * batch.get(i, k));
    const sigma = batch.mmul(batch.transpose());
    const kernel = new HomogeneousKernel({ degree, right: 1, left: 0.5 });
    for (const epsilon of [0, 0.01]) {
      const fast = gaussLaplace(kernel, centred(sigma), epsilon);
      const slow = trapezoidLaplace(kernel, centredSpectrum(centred(sigma)), epsilon);
      const gap = Math.max(
        ...Array.from(fast?.values ?? [Number.NaN], (value, at) => Math.abs(value - slow.values[at])),
      );
      expect(gap).toBeLessThan((fast?.error ?? 0) + slow.error);
      expect(fast?.evals).toBeLessThanOrEqual(nodes);
      expect(fast?.error).toBeLessThan(2e-11 * Math.max(...slow.values));
    }
  });
});

describe("HomogeneousKernel", () => {
  it("is the arc-cosine kernel, to rounding of its largest value", () => {
    for (const degree of [-0.3, 0, 0.4, 1, 1.5, 2, 3.3, 7]) {
      for (const left of [0, -0.5, 1]) {
        const kernel = new HomogeneousKernel({ degree, right: 1, left });
        const unit = kernel.shape(1) / (1 + left * left);
        for (const c of [-1, -0.97, -0.8, -0.3, -1e-9, 0, 0.2, 0.5, 0.79, 0.81, 0.9999, 1]) {
          const want =
            (1 + left * left) * arccosineKernel(degree, c).value + 2 * left * arccosineKernel(degree, -c).value;
          expect(Math.abs(kernel.shape(c) / unit - want)).toBeLessThan(8e-15);
        }
      }
    }
  });
});
