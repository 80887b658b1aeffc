/** The theorems about gradients with numbers put in, against moments of all samples and against the integral as printed. */
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../src/symbolic/precise/evaluateBall.js";
import type { Comparison } from "../src/symbolic/proposition.js";
import { rational } from "../src/symbolic/rational.js";
import { batchNorm } from "../src/theory/batchnorm/batchNorm.js";
import {
  centred,
  claimed,
  type Dense,
  eigenmatrices,
  expectMultiple,
  matrixOf,
  spaces,
  valueIn,
} from "./support/denseMatrices.js";
import { proofNamed } from "./support/proofs.js";

/** E of a monomial of jointly normal variables with one variance and one covariance, by Isserlis' theorem. */
function gaussianMonomials(variance: number, covariance: number) {
  const memo = new Map<string, number>();
  const mean = (exponents: readonly number[]): number => {
    const powers = exponents.filter((e) => e > 0).sort((a, b) => a - b);
    if (powers.length === 0) return 1;
    const key = powers.join();
    const value = memo.get(key) ?? lowered(powers);
    memo.set(key, value);
    return value;
  };
  const lowered = ([first, ...others]: readonly number[]): number => {
    const rest = [first! - 1, ...others];
    const without = (j: number) => mean(rest.map((e, i) => (i === j ? e - 1 : e)));
    return rest.reduce((sum, e, j) => (e === 0 ? sum : sum + (j === 0 ? variance : covariance) * e * without(j)), 0);
  };
  return mean;
}

describe("phi(x) = x^3", () => {
  const cubic = { alpha: 3, p: 1, m: 1 };

  it("lemma-c9: entries 11 and 12 of the left side by Isserlis' theorem", () => {
    const [sigma, c] = [0.75, 0.375];
    const lambda = [
      [0.5, -1.25, 0.75],
      [-1.25, 0.25, 1.5],
      [0.75, 1.5, 0],
    ];
    const symbols = { Lambda_11: 0.5, Lambda_12: -1.25, Lambda_22: 0.25, Lambda_13: 0.75, Lambda_23: 1.5 };
    const mean = gaussianMonomials(sigma, c * sigma);
    // phi'(y_k) (Lambda y)_k y_l phi'(y_l) + the same with k and l exchanged
    const half = (k: number, l: number) =>
      lambda[k]!.reduce((sum, weight, i) => {
        const exponents = [0, 0, 0];
        exponents[k]! += 2;
        exponents[i]! += 1;
        exponents[l]! += 3;
        return sum + 9 * weight * mean(exponents);
      }, 0);
    const values = { ...cubic, sigma, c, ...symbols };
    expect(valueIn("lemma-c9", "E_11", values)).toBeCloseTo(2 * half(0, 0), 11);
    expect(valueIn("lemma-c9", "E_12", values)).toBeCloseTo(half(0, 1) + half(1, 0), 11);
  });

  describe("the gradient's operator and its parts, B = 6, from moments of all samples", () => {
    const batch = 6;
    const n = batch - 1;
    const gaussian = gaussianMonomials(1, -1 / n);
    /** Over the sphere: the Gaussian mean over that of the radius. */
    const mean = (exponents: readonly number[]) => {
      const half = exponents.reduce((a, b) => a + b, 0) / 2;
      if (!Number.isInteger(half)) return 0;
      let radius = 1;
      for (let k = 0; k < half; k++) radius *= (n + 2 * k) / n;
      return gaussian(exponents) / radius;
    };
    const monomial = (...factors: readonly (readonly [sample: number, power: number])[]) => {
      const exponents = new Array<number>(batch).fill(0);
      for (const [sample, power] of factors) exponents[sample]! += power;
      return mean(exponents);
    };
    const mu = monomial([0, 6]) - monomial([0, 3], [1, 3]);
    const scale = (9 * batch) / ((n - 2) * mu);
    const sum = (terms: (k: number) => number) =>
      Array.from({ length: batch }, (_, k) => terms(k)).reduce((a, b) => a + b);

    // E[J^T Lambda J] = B/r^2 P D Lambda D P, D = diag 3 y^2, P = I - y y^T/B, and the centring
    const parts: Readonly<Record<"c5" | "c8" | "c10", Dense>> = {
      c5: (s) => matrixOf(batch, (k, l) => scale * s.get(k, l) * monomial([k, 2], [l, 2])),
      c8: (s) =>
        matrixOf(batch, (k, l) => {
          const inner = (i: number, j: number) =>
            s.get(i, j) === 0 ? 0 : s.get(i, j) * monomial([k, 1], [l, 1], [i, 3], [j, 3]);
          return (scale / batch ** 2) * sum((i) => sum((j) => inner(i, j)));
        }),
      c10: (s) =>
        matrixOf(batch, (k, l) => {
          const side = (a: number, b: number) => sum((i) => s.get(a, i) * monomial([a, 2], [i, 3], [b, 1]));
          return (scale / batch) * (side(k, l) + side(l, k));
        }),
    };
    const whole: Dense = (s) => Matrix.add(parts.c5(s), parts.c8(s)).sub(parts.c10(s));
    const values = { ...cubic, B: batch };

    it.each(spaces)("theorems C.5, C.8, C.10 and C.11 on %s", (space) => {
      const matrix = eigenmatrices(batch)[space];
      for (const part of ["c5", "c8", "c10"] as const) {
        expectMultiple(centred(parts[part])(matrix), claimed(`theorem-${part}-${space}`, values), matrix);
      }
      expectMultiple(centred(whole)(matrix), claimed(`theorem-c11-${space}`, values), matrix);
    });

    it("the whole has the eigenvalues of the numeric route", () => {
      const { backward } = batchNorm({ activation: "x^3", batch });
      const matrices = eigenmatrices(batch);
      expectMultiple(centred(whole)(matrices.g), backward.G.value, matrices.g, 1e-10);
      expectMultiple(centred(whole)(matrices.l), backward.L!.value, matrices.l, 1e-10);
      expectMultiple(centred(whole)(matrices.m), backward.M!.value, matrices.m, 1e-10);
    });
  });
});

describe("tanh, B = 9", () => {
  const [batch, n] = [9, 8];
  const { rate, fixedPoint } = batchNorm({ activation: "tanh", batch });
  const slope = (x: number) => 1 / Math.cosh(x) ** 2;

  /** Simpson's rule with 2 m steps. */
  function simpson(f: (x: number) => number, a: number, b: number, m = 100): number {
    const h = (b - a) / (2 * m);
    const weight = (k: number) => (k === 0 || k === 2 * m ? 1 : k % 2 === 1 ? 4 : 2);
    let sum = 0;
    for (let k = 0; k <= 2 * m; k++) sum += weight(k) * f(a + k * h);
    return (sum * h) / 3;
  }

  /** int over Z > 0 of f Z^((B-5)/2), as printed: z1 = sqrt(n) sin s, z2 from one root of Z to the other. */
  function ellipse(f: (z1: number, z2: number) => number): number {
    const inner = (z1: number) => {
      const centre = -z1 / n;
      const half = (Math.sqrt(batch * (batch - 2)) * Math.sqrt(Math.max(0, n - z1 * z1))) / n;
      return simpson(
        (t) => {
          const z2 = centre + half * Math.sin(t);
          const Z = batch * (batch - 2) - batch * (z1 * z1 + z2 * z2) + (z1 - z2) ** 2;
          return f(z1, z2) * Math.max(0, Z) ** ((batch - 5) / 2) * half * Math.cos(t);
        },
        -Math.PI / 2,
        Math.PI / 2,
      );
    };
    return simpson((s) => inner(Math.sqrt(n) * Math.sin(s)) * Math.sqrt(n) * Math.cos(s), -Math.PI / 2, Math.PI / 2);
  }

  it("theorem-7: the printed integral gives the rate", () => {
    const integral = ellipse((x, y) => (n - x * x) * slope(x) ** 2 + (1 + x * y) * slope(x) * slope(y));
    const { right } = proofNamed("theorem-7").claim as Comparison;
    const from = {
      B: rational(batch),
      I: rational(Math.round(integral * 1e9), 1_000_000_000),
      mu: rational(Math.round(fixedPoint.mu.value * 1e12), 10 ** 12),
    };
    expect(toNumber(evaluateBall(right, from, 20))).toBeCloseTo(rate.value, 7);
  });

  it("rate-any-phi: the moments give the rate", () => {
    const mass = ellipse(() => 1);
    const moment = (f: (z1: number, z2: number) => number) => ellipse(f) / mass;
    const values = {
      B: batch,
      mu: moment((x, y) => Math.tanh(x) ** 2 - Math.tanh(x) * Math.tanh(y)),
      "s'_0": moment((x) => slope(x) ** 2),
      "s'_2": moment((x) => slope(x) ** 2 * x * x),
      "m'_00": moment((x, y) => slope(x) * slope(y)),
      "m'_11": moment((x, y) => slope(x) * slope(y) * x * y),
    };
    const { right } = proofNamed("rate-any-phi").claim as Comparison;
    const exact = Object.fromEntries(
      Object.entries(values).map(([name, x]) => [name, rational(Math.round(x * 1e12), 10 ** 12)]),
    );
    expect(toNumber(evaluateBall(right, exact, 20))).toBeCloseTo(rate.value, 7);
  });
});
