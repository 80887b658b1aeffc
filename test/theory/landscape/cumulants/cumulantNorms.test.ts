import { describe, expect, it } from "vitest";
import { singularValues } from "../../../../src/numeric/linearAlgebra/singularValues.js";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { cumulantNorms } from "../../../../src/theory/landscape/cumulants/cumulantNorms.js";
import { jointCumulant } from "../../../../src/theory/landscape/cumulants/jointCumulant.js";

type Rows = number[][];

function randomMatrices(seed: number, size: number, count: number): Rows[] {
  const stream = new GaussianStream({ seed, sample: 4, draw: 0 });
  return Array.from({ length: count }, () => {
    const draws = Array.from({ length: size }, () => Array.from({ length: size }, () => stream.next()));
    return draws.map((row, i) => row.map((value, j) => (i < j ? draws[j]![i]! : value)));
  });
}

/** All k-fold cumulants of all N^2 places, by tuples. */
function cumulantAt(matrices: readonly Rows[]): (...places: number[]) => number {
  const flat = matrices.map((matrix) => matrix.flat());
  const weights = matrices.map(() => 1 / matrices.length);
  const known = new Map<string, number>();
  return (...places) => {
    const key = [...places].sort((a, b) => a - b).join();
    if (!known.has(key)) known.set(key, Math.abs(jointCumulant(flat, weights, places).value));
    return known.get(key)!;
  };
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("cumulant norms", () => {
  it.each([
    [1, 3],
    [2, 4],
    [3, 3],
  ])("of %s x %s matrices are those of all places", (size, count) => {
    const matrices = randomMatrices(size, size, count);
    const kappa = cumulantAt(matrices);
    const places = range(size * size);
    const norm = (entry: (b: number, c: number) => number) =>
      singularValues(places.map((b) => places.map((c) => entry(b, c))))[0]!;
    const found = cumulantNorms(matrices, { order: size === 3 ? 3 : 4 });
    const at = (order: number, family: string) => found.find((each) => each.order === order && each.family === family)!;
    const close = (value: number, known: number) => expect(Math.abs(value - known)).toBeLessThan(1e-12 * (1 + known));

    close(
      at(2, "averaged").value,
      norm((b, c) => kappa(b, c)),
    );
    const third = norm((b, c) => places.reduce((sum, a) => sum + kappa(a, b, c), 0));
    close(at(3, "isotropic").value, third);
    const T = (b: number, c: number) => places.reduce((sum, a) => sum + kappa(a, b, c), 0);
    let squares = 0;
    for (const b2 of range(size)) {
      for (const a3 of range(size)) {
        const inner = range(size).flatMap((a2) => range(size).map((b3) => T(a2 * size + b2, a3 * size + b3)));
        squares += inner.reduce((sum, each) => sum + each, 0) ** 2;
      }
    }
    close(at(3, "averaged").value, third + Math.sqrt(squares) / size);
    if (size === 3) return;
    let total = 0;
    for (const a of places)
      for (const b of places) for (const c of places) for (const d of places) total += kappa(a, b, c, d);
    close(at(4, "averaged").value, total / size ** 2);
    const fourth = (c: number, d: number) =>
      places.reduce((sum, a) => sum + places.reduce((part, b) => part + kappa(a, b, c, d), 0), 0);
    close(at(4, "isotropic").value, norm(fourth));
  });

  it("with infima are marked as upper bounds, the others as values", () => {
    const bounds = cumulantNorms(randomMatrices(1, 2, 3)).filter((each) => each.is === "upper bound");
    expect(bounds.map(({ order, family }) => [order, family])).toEqual([
      [2, "isotropic"],
      [3, "averaged"],
    ]);
  });

  it("of independent signs do not grow with N: 2 for covariances but for the diagonal, whose fourth cumulant is -2", () => {
    // the law of N (N+1)/2 independent signs
    for (const size of [2, 3]) {
      const entries = (size * (size + 1)) / 2;
      const matrices = range(2 ** entries).map((code) =>
        range(size).map((i) =>
          range(size).map((j) => {
            const [a, b] = [Math.max(i, j), Math.min(i, j)];
            return (code >> ((a * (a + 1)) / 2 + b)) & 1 ? 1 : -1;
          }),
        ),
      );
      const [second, isotropic, third, , fourth] = cumulantNorms(matrices, { order: size === 2 ? 4 : 3 });
      // |kappa(ab, cd)| = 1 where ab = cd or ab = dc
      expect(second!.value).toBeCloseTo(2, 12);
      // direct and cross part have norm 1 each, with halves on the diagonal
      expect(isotropic!.value).toBeGreaterThan(1);
      expect(isotropic!.value).toBeLessThan(2.0000001);
      expect(third!.value).toBeCloseTo(0, 12);
      // N^-2 (2 N + 2 2^4 N (N-1)/2), N = 2
      if (size === 2) expect(fourth!.value).toBeCloseTo((2 * 2 + 2 * 16) / 4, 12);
    }
  });

  it("are homogeneous of degree k, and 0 for one matrix", () => {
    const matrices = randomMatrices(7, 2, 5);
    const doubled = matrices.map((matrix) => matrix.map((row) => row.map((value) => 2 * value)));
    const [own, other] = [cumulantNorms(matrices), cumulantNorms(doubled)];
    for (const [k, { order, value }] of own.entries()) expect(other[k]!.value).toBeCloseTo(2 ** order * value, 8);
    for (const { value } of cumulantNorms(matrices.slice(0, 1))) expect(value).toBe(0);
  });

  it("have the error of rounding", () => {
    for (const { value, error } of cumulantNorms(randomMatrices(3, 3, 6))) {
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThan(1e-10 * (1 + value));
    }
  });

  it("refuse matrices that are not symmetric, of other sizes or too many", () => {
    expect(() =>
      cumulantNorms([
        [
          [0, 1],
          [2, 0],
        ],
      ]),
    ).toThrow("matrices[0][1][0] = 2");
    expect(() =>
      cumulantNorms([
        [[0]],
        [
          [0, 1],
          [1, 0],
        ],
      ]),
    ).toThrow("matrices[1].length");
    expect(() => cumulantNorms([])).toThrow("matrices");
    expect(() => cumulantNorms([[[1]]], { order: 7 })).toThrow("order = 7");
    expect(() => cumulantNorms(randomMatrices(1, 12, 10))).toThrow("smaller matrices");
  });
});
