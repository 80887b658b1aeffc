import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gaussKronrod } from "../../../../src/numeric/quadrature/gaussKronrod.js";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { arccosineKernel } from "../../../../src/numeric/special/arccosineKernel.js";
import { angularMoment, isotropic } from "../../../../src/theory/alignment/population/angularMoment.js";
import { gatedMoment } from "../../../../src/theory/alignment/population/gatedMoment.js";

interface Case {
  readonly kind: string;
  readonly inputs: { readonly w_k: number[]; readonly w_j: number[]; readonly sigma2: number };
  readonly expected: {
    readonly theta: number;
    readonly vector: number[];
    readonly G: number[][];
    readonly G_eigenvalues: number[];
    readonly kernel: number;
  };
}

const references = (
  JSON.parse(readFileSync(new URL("../../../reference/ladder-alignment.json", import.meta.url), "utf8")) as Case[]
).filter(({ kind }) => kind === "thm6");

const entry = fc.double({ min: -3, max: 3, noNaN: true });
const vectors = (d: number) => fc.array(entry, { minLength: d, maxLength: d }).filter((w) => Math.hypot(...w) > 1e-3);
const pairs = fc.integer({ min: 2, max: 5 }).chain((d) => fc.tuple(vectors(d), vectors(d)));
const gap = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i])));
const times = (G: readonly (readonly number[])[], v: readonly number[]) =>
  G.map((row) => row.reduce((sum, g, i) => sum + g * v[i], 0));

describe("gatedMoment", () => {
  it("agrees with the reference cases", () => {
    expect(references.length).toBeGreaterThan(0);
    for (const { inputs, expected } of references) {
      const got = gatedMoment(inputs.w_k, inputs.w_j, { variance: inputs.sigma2 });
      // the expected decimals have 13 digits
      expect(got.theta).toBeCloseTo(expected.theta, 11);
      expect(gap(got.vector, expected.vector)).toBeLessThan(1e-11);
      expect(gap(got.G.flat(), expected.G.flat())).toBeLessThan(1e-11);
      expect(gap(got.planeEigenvalues, expected.G_eigenvalues)).toBeLessThan(1e-11);
      expect(got.kernel).toBeCloseTo(expected.kernel, 11);
    }
  });

  it("agrees with polar quadrature in the plane of the two weights", () => {
    fc.assert(
      fc.property(vectors(2), vectors(2), (wk, wj) => {
        const [angleJ, sizeJ] = [Math.atan2(wj[1], wj[0]), Math.hypot(...wj)];
        const turn = Math.atan2(wk[1], wk[0]) - angleJ;
        const theta = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
        const side = Math.sin(turn) < 0 ? -1 : 1;
        const { direct, composed, error } = angularMoment(theta, isotropic);
        // E r^2 = 2 over a plane
        const [x, y] = [2 * sizeJ * direct[0], 2 * sizeJ * side * direct[1]];
        const [c, s] = [Math.cos(angleJ), Math.sin(angleJ)];
        const { vector } = gatedMoment(wk, wj);
        expect(gap(vector, [c * x - s * y, s * x + c * y])).toBeLessThan(1e-11 * (1 + sizeJ));
        expect(gap(direct, composed)).toBeLessThanOrEqual(error + 1e-13);
      }),
      { numRuns: 60 },
    );
  });

  it("has two forms of its angular part for densities that are lopsided about w_j", () => {
    const share = fc.double({ min: -0.4, max: 0.4, noNaN: true });
    const angle = fc.double({ min: 0, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(angle, share, share, share, share, (theta, a, b, c, d) => {
        const density = (t: number) =>
          (1 + a * Math.sin(2 * t) + b * Math.sin(t) + c * Math.cos(t) + d * Math.cos(2 * t)) / (2 * Math.PI);
        const { direct, composed, error } = angularMoment(theta, density);
        expect(gap(direct, composed)).toBeLessThanOrEqual(error + 1e-13);
      }),
      { numRuns: 60 },
    );
    // over the whole half-plane int sin a cos a p = (1/4) (pi/2) a/pi, all of it from I_0 and I_2
    const { direct, composed } = angularMoment(0.7, (t) => (1 + 0.8 * Math.sin(2 * t)) / (2 * Math.PI));
    expect(gap(direct, composed)).toBeLessThan(1e-12);
    expect(direct[1]).toBeGreaterThan(0.05);
  });

  it("is the mean of x z_k f_j over normal samples in four dimensions, within five standard errors", () => {
    const [wk, wj, variance, count] = [[0.4, -1.2, 0.3, 0.9], [-0.7, -0.2, 1.1, 0.5], 1.7, 40_000];
    const stream = new GaussianStream({ seed: 20, sample: 0, draw: 0 });
    const sums = new Float64Array(4 + 16 + 1);
    const squares = new Float64Array(sums.length);
    for (let n = 0; n < count; n++) {
      const x = wk.map(() => Math.sqrt(variance) * stream.next());
      const [a, b] = [wk, wj].map((w) =>
        Math.max(
          0,
          w.reduce((sum, value, i) => sum + value * x[i], 0),
        ),
      );
      const both = a > 0 && b > 0 ? 1 : 0;
      const terms = [
        ...x.map((value) => (a > 0 ? value * b : 0)),
        ...x.flatMap((p) => x.map((q) => p * q * both)),
        a * b,
      ];
      for (const [i, term] of terms.entries()) {
        sums[i] += term / count;
        squares[i] += (term * term) / count;
      }
    }
    const { vector, G, kernel } = gatedMoment(wk, wj, { variance });
    for (const [i, value] of [...vector, ...G.flat(), kernel].entries()) {
      const deviation = Math.sqrt((squares[i] - sums[i] ** 2) / count);
      expect(Math.abs(value - sums[i])).toBeLessThan(5 * deviation);
    }
  });

  it("is G w_j, has the kernel as its part along w_k, and G has the eigenvalues of the plane", () => {
    fc.assert(
      fc.property(pairs, ([wk, wj]) => {
        const { vector, G, kernel, planeEigenvalues, outsideEigenvalue, error } = gatedMoment(wk, wj);
        const size = Math.hypot(...wj);
        expect(gap(times(G, wj), vector)).toBeLessThan(1e-14 * size);
        expect(Math.abs(wk.reduce((sum, w, i) => sum + w * vector[i], 0) - kernel)).toBeLessThan(
          1e-14 * size * Math.hypot(...wk),
        );
        const trace = G.reduce((sum, row, i) => sum + row[i], 0);
        const [low, high] = planeEigenvalues;
        expect(Math.abs(trace - low - high - (wk.length - 2) * outsideEigenvalue)).toBeLessThan(1e-14);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low <= outsideEigenvalue && outsideEigenvalue <= high).toBe(true);
        expect(error.vector).toBeLessThan(1e-14 * size);
        // sums of the unit directions and differences are the eigenvectors of the plane
        const [u, v] = [wk.map((w) => w / Math.hypot(...wk)), wj.map((w) => w / size)];
        const [b, c] = [u.map((x, i) => x + v[i]), u.map((x, i) => x - v[i])];
        expect(
          gap(
            times(G, b),
            b.map((x) => high * x),
          ),
        ).toBeLessThan(2e-15);
        expect(
          gap(
            times(G, c),
            c.map((x) => low * x),
          ),
        ).toBeLessThan(2e-15);
      }),
      { numRuns: 200 },
    );
  });

  it("has the kernel of the arc-cosine functions of degree 1, whose derivative is the chance that both nodes are active", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 3.14, noNaN: true }), (theta) => {
        const { kernel, outsideEigenvalue } = gatedMoment([1, 0], [Math.cos(theta), Math.sin(theta)]);
        const { value, derivative } = arccosineKernel(1, Math.cos(theta));
        expect(Math.abs(kernel - value / 2)).toBeLessThan(1e-15);
        expect(Math.abs(outsideEigenvalue - derivative / 2)).toBeLessThan(1e-14);
      }),
    );
  });

  it("keeps its digits at angles near pi, where its two terms cancel", () => {
    // the wedge in which both are active has the width e; e itself is rounded to 1e-16 in the weights, so 1e-11 of it
    const e = 1e-5;
    const { vector, kernel, planeEigenvalues } = gatedMoment([-Math.cos(e), Math.sin(e)], [1, 0]);
    const along = gaussKronrod((a) => Math.sin(a) ** 2, 0, e, { relativeTolerance: 1e-13 }).value / Math.PI;
    expect(Math.abs(vector[0] / along - 1)).toBeLessThan(1e-9);
    expect(Math.abs(vector[1] / (Math.sin(e) ** 2 / (2 * Math.PI)) - 1)).toBeLessThan(1e-11);
    expect(Math.abs(kernel / (e ** 3 / (6 * Math.PI)) - 1)).toBeLessThan(1e-9);
    expect(Math.abs(planeEigenvalues[0] / (e ** 3 / (12 * Math.PI)) - 1)).toBeLessThan(1e-9);
  });

  it("keeps half of w for parallel weights and nothing for opposite ones", () => {
    const parallel = gatedMoment([2, 1], [4, 2], { variance: 3 });
    expect(gap(parallel.vector, [6, 3])).toBeLessThan(1e-14);
    expect(parallel.theta).toBe(0);
    expect(parallel.kernel).toBeCloseTo(15, 13);
    const opposite = gatedMoment([2, 1], [-2, -1]);
    expect(opposite.vector).toEqual([0, 0]);
    expect(opposite.kernel).toBe(0);
    expect(opposite.theta).toBe(Math.PI);
  });

  it("has a closed form for one input too: half of s2 or nothing", () => {
    const same = gatedMoment([2], [3], { variance: 5 });
    expect(same).toMatchObject({ theta: 0, planeEigenvalues: [2.5, 2.5] });
    expect(same.G[0]![0]).toBeCloseTo(2.5, 14);
    expect(same.vector[0]).toBeCloseTo(7.5, 13);
    expect(same.kernel).toBeCloseTo(15, 13);
    const opposite = gatedMoment([2], [-3], { variance: 5 });
    expect(opposite).toMatchObject({ theta: Math.PI, G: [[0]], planeEigenvalues: [0, 0], kernel: 0 });
    expect(opposite.vector[0]).toBeCloseTo(0, 15);
  });

  it("does not depend on the length of w_k, and is proportional to that of w_j", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -500, max: 500 }), ([wk, wj], power) => {
        const factor = 2 ** power;
        const plain = gatedMoment(wk, wj);
        const scaled = gatedMoment(
          wk.map((w) => w * factor),
          wj.map((w) => w * factor),
        );
        const size = Math.hypot(...wj);
        expect(
          gap(
            scaled.vector.map((x) => x / factor),
            plain.vector,
          ),
        ).toBeLessThan(1e-15 * size);
      }),
    );
  });

  it("refuses zero weights, lengths that differ, NaN, no input and a variance of 0", () => {
    const codes: readonly [() => unknown, string][] = [
      [() => gatedMoment([0, 0], [1, 0]), "w_k"],
      [() => gatedMoment([1, 0], [0, 0]), "w_j"],
      [() => gatedMoment([1, 0], [1, 0, 0]), "w_j.length"],
      [() => gatedMoment([1, Number.NaN], [1, 0]), "w_k[1]"],
      [() => gatedMoment([], []), "w_k.length"],
      [() => gatedMoment([1, 0], [1, 0], { variance: 0 }), "variance"],
    ];
    for (const [call, parameter] of codes) {
      expect(call).toThrow(
        expect.objectContaining({ details: expect.objectContaining({ code: "domain", parameter }) }),
      );
    }
  });
});
