/** The theorems about operators with numbers put in, against dense matrices that know none of them. */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { cycle as cycleMatrix, dos, image, same, scaled, bsb1 as symbolicBsb1 } from "../proofs/batchnorm/operators.js";
import { plus, times } from "../src/symbolic/build.js";
import { operatorOf } from "../src/symbolic/operators/operator.js";
import { orbits } from "../src/symbolic/operators/orbit.js";
import { toDense } from "../src/symbolic/operators/toDense.js";
import {
  bsb1,
  centred,
  claimed,
  cycle,
  type Dense,
  difference,
  eigenmatrices,
  expectMultiple,
  matrixOf,
  spaces,
  star,
  type Values,
  valueIn,
} from "./support/denseMatrices.js";
import { onSymmetric } from "./symbolic/operators/support.js";

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
      matrixOf(batch, (k, l) =>
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
    const withoutDiagonal = matrixOf(batch, (k, l) => (k === l ? 0 : Math.sin(k + l) * Math.cos(k * l)));
    expectMultiple(dosOf(u, v, w)(withoutDiagonal), w, withoutDiagonal);
  });

  it.each(spaces)("theorem-b63-%s", (space) => {
    const matrix = eigenmatrices(batch)[space];
    expectMultiple(centred(dosOf(u, v, w))(matrix), claimed(`theorem-b63-${space}`, values), matrix);
  });

  it("theorem-b62-double: T-u does not vanish for w = u, its square does", () => {
    const shifted: Dense = (sigma) => Matrix.sub(dosOf(u, v, u)(sigma), Matrix.mul(sigma, u));
    const sigma = matrixOf(batch, (k, l) => 1 / (1 + k + l));
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
    matrixOf(batch, (k, l) => {
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
