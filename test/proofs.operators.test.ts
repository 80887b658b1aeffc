/** The theorems about operators with numbers put in, against dense matrices that know none of them. */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { proofs } from "../proofs/batchnorm/index.js";
import { cycle as cycleMatrix, dos, image, same, scaled, bsb1 as symbolicBsb1 } from "../proofs/batchnorm/operators.js";
import { plus, times } from "../src/symbolic/build.js";
import { rewriteTerm } from "../src/symbolic/derivation/rewrite.js";
import { symbol } from "../src/symbolic/expression.js";
import { operatorOf } from "../src/symbolic/operators/operator.js";
import { orbits } from "../src/symbolic/operators/orbit.js";
import { toDense } from "../src/symbolic/operators/toDense.js";
import { toNumber } from "../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../src/symbolic/precise/evaluateBall.js";
import type { Comparison } from "../src/symbolic/proposition.js";
import { rational } from "../src/symbolic/rational.js";
import { batchNorm } from "../src/theory/batchnorm/batchNorm.js";
import { onSymmetric } from "./symbolic/operators/support.js";

type Values = Readonly<Record<string, number>>;

const named = (slug: string) => proofs.find(({ id }) => id === `batchnorm/${slug}`)!;

/** A symbol of a proof, by the last equation for it there and the values of the others. */
function valueIn(slug: string, name: string, values: Values): number {
  const { steps } = named(slug).prove();
  const equations = steps.flatMap(({ claim }) => (claim.relation === "Equal" ? [claim] : [])).reverse();
  const from = Object.fromEntries(
    Object.entries(values).map(([own, x]) => [own, rational(Math.round(x * 1e9), 1_000_000_000)]),
  );
  return toNumber(evaluateBall(rewriteTerm(symbol(name), equations), from, 20));
}

/** The quantity on the left of the claim. */
const claimed = (slug: string, values: Values): number => {
  const { left } = named(slug).claim as Comparison;
  return valueIn(slug, left.head === "Symbol" ? left.name : "", values);
};

type Dense = (sigma: Matrix) => Matrix;

const from = (size: number, entry: (k: number, l: number) => number) =>
  new Matrix(Array.from({ length: size }, (_, k) => Array.from({ length: size }, (_, l) => entry(k, l))));
const centred: (map: Dense) => Dense = (map) => (sigma) => map(sigma).center("row").center("column");

const bsb1 = (size: number, a: number, b: number) => from(size, (k, l) => (k === l ? a : b));
const difference = (size: number, a: number, b: number) =>
  from(size, (k, l) => {
    const sign = (i: number) => (i === 0 ? 1 : i === 1 ? -1 : 0);
    return k === l ? a * sign(k) : k > 1 || l > 1 ? -b * (sign(k) + sign(l)) : 0;
  });
const star = (size: number, a: number, b: number) => from(size, (k, l) => (k + l === 0 ? a : k * l === 0 ? -b : 0));
/** A matrix of M with samples 2, 4, 1 and 5 on the cycle. */
const cycle = (size: number) => {
  const order = [1, 3, 0, 4];
  return from(size, (k, l) => {
    const [i, j] = [order.indexOf(k), order.indexOf(l)];
    return i < 0 || j < 0 || (i + j) % 2 === 0 ? 0 : Math.min(i, j) % 2 === 0 && Math.abs(i - j) === 1 ? 1 : -1;
  });
};

const eigenmatrices = (size: number) => ({
  g: bsb1(size, size - 1, -1),
  l: difference(size, size - 2, 1),
  m: cycle(size),
});

function expectMultiple(image: Matrix, lambda: number, matrix: Matrix, tolerance = 1e-11) {
  const deviation = Matrix.sub(image, Matrix.mul(matrix, lambda));
  expect(deviation.norm() / matrix.norm() / Math.max(1, Math.abs(lambda))).toBeLessThan(tolerance);
}

const spaces = ["g", "l", "m"] as const;

describe("an ultrasymmetric operator of numbers, B = 6", () => {
  const batch = 6;
  const operator = operatorOf((orbit) => [1.25, 0.5, -0.75, 0.25, 0.5, 1.5, -0.25, 0.75, -0.5][orbits.indexOf(orbit)]!);
  const values: Values = {
    B: batch,
    ...Object.fromEntries(orbits.map((orbit) => [`T_${orbit.replace("|", "_")}`, operator[orbit]])),
  };
  const matrix = Matrix.from1DArray(batch ** 2, batch ** 2, toDense(operator, batch));
  const map: Dense = (sigma) =>
    Matrix.from1DArray(batch, batch, matrix.mmul(Matrix.columnVector(sigma.to1DArray())).to1DArray());

  const blockOf = (slug: string, letter: string) => {
    const [d11, d12, d21, d22] = [11, 12, 21, 22].map((place) => valueIn(slug, `${letter}_${place}`, values)) as [
      number,
      number,
      number,
      number,
    ];
    const spread = Math.sqrt((d11 - d22) ** 2 + 4 * d12 * d21);
    return { roots: [(d11 + d22 + spread) / 2, (d11 + d22 - spread) / 2], d21, d22 };
  };

  it.each([
    ["theorem-1-bsb1", "alpha", bsb1],
    ["theorem-1-l", "beta", difference],
  ] as const)("%s: both roots have their eigenmatrix", (slug, letter, make) => {
    const { roots, d21, d22 } = blockOf(slug, letter);
    for (const root of roots) {
      const eigenmatrix = make(batch, root - d22, d21);
      expectMultiple(map(eigenmatrix), root, eigenmatrix);
    }
  });

  it("Theorem 1: the roots occur once and B-1 times, the eigenvalue of M B(B-3)/2 times", () => {
    const found = new EigenvalueDecomposition(onSymmetric(matrix, batch)).realEigenvalues;
    const often = (lambda: number) => found.filter((each) => Math.abs(each - lambda) < 1e-6).length;
    expect(blockOf("theorem-1-bsb1", "alpha").roots.map(often)).toEqual([1, 1]);
    expect(blockOf("theorem-1-l", "beta").roots.map(often)).toEqual([5, 5]);
    expect(often(claimed("theorem-1-m", values))).toBe(9);
  });

  it("theorem-1-m: without centring", () => {
    expectMultiple(map(cycle(batch)), claimed("theorem-1-m", values), cycle(batch));
  });

  it.each(spaces)("lemma-b38-%s", (space) => {
    const matrices = eigenmatrices(batch);
    expectMultiple(centred(map)(matrices[space]), claimed(`lemma-b38-${space}`, values), matrices[space]);
  });
});

describe("a DOS operator of numbers, B = 5", () => {
  const [batch, u, v, w] = [5, 1.75, 0.625, -0.375];
  const values = { B: batch, u, v, w };
  const dosOf =
    (u: number, v: number, w: number): Dense =>
    (sigma) =>
      from(batch, (k, l) =>
        k === l ? u * sigma.get(k, k) : v * (sigma.get(k, k) + sigma.get(l, l)) + w * sigma.get(k, l),
      );

  it.each([
    ["lemma-b56", difference],
    ["lemma-b59", bsb1],
    ["theorem-b62-u", star],
  ] as const)("%s", (slug, make) => {
    const eigenmatrix = make(batch, valueIn(slug, "a", values), valueIn(slug, "b", values));
    expectMultiple(dosOf(u, v, w)(eigenmatrix), u, eigenmatrix);
  });

  it("theorem-b62-w and the dimensions", () => {
    const withoutDiagonal = from(batch, (k, l) => (k === l ? 0 : Math.sin(k + l) * Math.cos(k * l)));
    expectMultiple(dosOf(u, v, w)(withoutDiagonal), w, withoutDiagonal);
  });

  it.each(spaces)("theorem-b63-%s", (space) => {
    const matrix = eigenmatrices(batch)[space];
    expectMultiple(centred(dosOf(u, v, w))(matrix), claimed(`theorem-b63-${space}`, values), matrix);
  });

  it("theorem-b62-double: T-u does not vanish for w = u, its square does", () => {
    const shifted: Dense = (sigma) => Matrix.sub(dosOf(u, v, u)(sigma), Matrix.mul(sigma, u));
    const sigma = from(batch, (k, l) => 1 / (1 + k + l));
    expect(shifted(sigma).norm()).toBeGreaterThan(0.1);
    expect(shifted(shifted(sigma)).norm()).toBeLessThan(1e-14);
  });
});

describe("the comparison of all entries", () => {
  it("sees a wrong entry, wherever it is", () => {
    const mapped = image(dos("u", "v", "w"), symbolicBsb1("a", "b"));
    const [diagonal, rest] = [times("u", "a"), plus(times("w", "b"), times(2, "v", "a"))];
    expect(same(mapped, symbolicBsb1(diagonal, rest))).toBe(true);
    expect(same(mapped, symbolicBsb1(diagonal, plus(times("w", "b"), times("v", "a"))))).toBe(false);
    expect(same(mapped, symbolicBsb1(times("w", "a"), rest))).toBe(false);
    expect(same(scaled("u", cycleMatrix), cycleMatrix)).toBe(false);
    expect(same(mapped, cycleMatrix)).toBe(false);
  });
});

describe("the covariance map of phi(x) = p x_+^2 - m x_-^2, B = 5, by differences", () => {
  const [batch, p, m, sigma, c] = [5, 1.25, 0.5, 0.75, 0.25];
  const values = { B: batch, alpha: 2, p, m, sigma, c };
  const J2 = (t: number) =>
    (3 * t * Math.sqrt(Math.max(0, 1 - t * t)) + (Math.PI - Math.acos(t)) * (1 + 2 * t * t)) / (3 * Math.PI);
  const kernel = (t: number) => (p * p + m * m) * J2(t) - 2 * p * m * J2(-t);
  const V: Dense = (s) =>
    from(batch, (k, l) => {
      const product = s.get(k, k) * s.get(l, l);
      return 1.5 * product * kernel(k === l ? 1 : s.get(k, l) / Math.sqrt(product));
    });
  const derivative =
    (at: Matrix): Dense =>
    (direction) => {
      const step = 1e-5 / direction.norm();
      const side = (sign: number) => V(Matrix.add(at, Matrix.mul(direction, sign * step)));
      return Matrix.sub(side(1), side(-1)).mul(1 / (2 * step));
    };

  it.each(spaces)("theorem-b65-%s", (space) => {
    const matrix = eigenmatrices(batch)[space];
    const image = centred(derivative(bsb1(batch, sigma, c * sigma)))(matrix);
    expectMultiple(image, claimed(`theorem-b65-${space}`, values), matrix, 1e-8);
  });

  it.each(spaces)("theorem-b66-%s", (space) => {
    const matrix = eigenmatrices(batch)[space];
    const G = bsb1(batch, (batch - 1) / batch, -1 / batch);
    expectMultiple(centred(derivative(G))(matrix), claimed(`theorem-b66-${space}`, values), matrix, 1e-8);
  });

  it("theorem-b67", () => {
    const eigenmatrix = star(batch, valueIn("theorem-b67", "a", values), valueIn("theorem-b67", "b", values));
    const image = derivative(bsb1(batch, sigma, c * sigma))(eigenmatrix);
    expectMultiple(image, valueIn("theorem-b67", "u", values), eigenmatrix, 1e-8);
  });
});

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
      c5: (s) => from(batch, (k, l) => scale * s.get(k, l) * monomial([k, 2], [l, 2])),
      c8: (s) =>
        from(batch, (k, l) => {
          const inner = (i: number, j: number) =>
            s.get(i, j) === 0 ? 0 : s.get(i, j) * monomial([k, 1], [l, 1], [i, 3], [j, 3]);
          return (scale / batch ** 2) * sum((i) => sum((j) => inner(i, j)));
        }),
      c10: (s) =>
        from(batch, (k, l) => {
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
    const { right } = named("theorem-7").claim as Comparison;
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
    const { right } = named("rate-any-phi").claim as Comparison;
    const exact = Object.fromEntries(
      Object.entries(values).map(([name, x]) => [name, rational(Math.round(x * 1e12), 10 ** 12)]),
    );
    expect(toNumber(evaluateBall(right, exact, 20))).toBeCloseTo(rate.value, 7);
  });
});
