import fc from "fast-check";
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  rationalFunctions as field,
  type RationalFunction,
  symbolFunction,
} from "../../../src/symbolic/algebra/rationalFunction.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { type Expression, fold, symbol } from "../../../src/symbolic/expression.js";
import { blockEigenvalues } from "../../../src/symbolic/operators/block.js";
import { diagonalOffDiagonal } from "../../../src/symbolic/operators/constructors.js";
import { type Eigenspace, eigenspaces } from "../../../src/symbolic/operators/eigenspaces.js";
import { eigenvalues } from "../../../src/symbolic/operators/eigenvalues.js";
import { functionNotation, type Notation, rationalNotation } from "../../../src/symbolic/operators/notation.js";
import { type Operator, operatorOf } from "../../../src/symbolic/operators/operator.js";
import { orbits } from "../../../src/symbolic/operators/orbit.js";
import { functionSquareRoot } from "../../../src/symbolic/operators/squareRoot.js";
import { denseMatrix, mapStructured } from "../../../src/symbolic/operators/structuredMatrix.js";
import { type Rational, rational, toNumber } from "../../../src/symbolic/rational.js";
import { algebra, formula } from "./formula.js";
import { algebraAt, dense, largest, operators } from "./support.js";

const hasRoot = (expression: Expression): boolean =>
  fold<boolean>(expression, (node, args) => node.head === "Sqrt" || args.includes(true));

const notation = rationalNotation;

type Values = Readonly<Record<string, number>>;

const numbers = ({ eigenmatrix }: Eigenspace, batch: number, values: Values = {}): Matrix => {
  const entries = mapStructured(eigenmatrix, (entry) => evaluate(entry, values));
  return new Matrix(denseMatrix(entries, batch));
};

/** The dimension of the span of all images under permutations. */
function spanOfImages(matrix: Matrix): number {
  const size = matrix.rows;
  const images: number[][] = [];
  const permute = (order: number[], rest: number[]): void => {
    if (rest.length === 0) images.push(order.flatMap((k) => order.map((l) => matrix.get(k, l))));
    rest.forEach((next, at) => {
      permute([...order, next], [...rest.slice(0, at), ...rest.slice(at + 1)]);
    });
  };
  permute(
    [],
    Array.from({ length: size }, (_, k) => k),
  );
  const gram = new Matrix(images).transpose().mmul(new Matrix(images));
  const { diagonal } = new SingularValueDecomposition(gram);
  return diagonal.filter((value) => value > 1e-9 * diagonal[0]!).length;
}

function expectEigen(T: Operator<Rational>, space: Eigenspace, batch: number, values: Values = {}): void {
  const vector = Matrix.columnVector(numbers(space, batch, values).to1DArray());
  const value = evaluate(space.eigenvalue, values);
  const matrix = dense(T, batch);
  const residual = Matrix.sub(matrix.mmul(vector), Matrix.mul(vector, value));
  expect(largest(vector)).toBeGreaterThan(0);
  expect(largest(residual)).toBeLessThan(1e-12 * (1 + largest(matrix)) * (1 + largest(vector)) * batch ** 2);
}

describe("eigenspaces", () => {
  it("are eigenspaces of the dense matrix, of their dimensions: Theorem 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 6 }), operators, (batch, T) => {
        const at = algebraAt(batch);
        const { trivial, standard } = eigenvalues(at, T);
        fc.pre(toNumber(trivial.discriminant) > 0.1 && toNumber(standard.discriminant) > 0.1);
        const spaces = eigenspaces(at, T, notation);
        expect(spaces.map((space) => space.representation)).toEqual([
          "trivial",
          "trivial",
          "standard",
          "standard",
          "M",
        ]);
        for (const space of spaces) {
          expectEigen(T, space, batch);
          expect(space.deficiency).toBe(0);
          if (batch < 6) expect(spanOfImages(numbers(space, batch))).toBe(evaluate(space.dimension));
        }
        const total = spaces.reduce((sum, { dimension }) => sum + evaluate(dimension), 0);
        expect(total).toBe((batch * (batch + 1)) / 2);
      }),
      { numRuns: 25 },
    );
  });

  it("need no root where the block is triangular or the discriminant a square", () => {
    const at = algebraAt(5);
    const semidirect = diagonalOffDiagonal(at, rational(3), rational(1, 2), rational(-2));
    const transposed = at.adjoint(semidirect);
    for (const T of [semidirect, transposed, at.compose(semidirect, transposed), at.identity]) {
      const rooted = eigenspaces(at, T, notation).map(({ eigenvalue }) => hasRoot(eigenvalue));
      const irrational = T !== semidirect && T !== transposed && T !== at.identity;
      expect(rooted).toEqual([irrational, irrational, irrational, irrational, false]);
      for (const space of eigenspaces(at, T, notation)) expectEigen(T, space, 5);
    }
    // A full block with eigenvalues in the field: a triangular one in other coordinates.
    const shear = at.add(at.identity, diagonalOffDiagonal(at, rational(0), rational(1), rational(0)));
    const back = at.subtract(at.identity, diagonalOffDiagonal(at, rational(0), rational(1), rational(0)));
    const conjugated = at.compose(shear, at.compose(transposed, back));
    const { trivial } = eigenvalues(at, conjugated);
    expect(trivial.entries.flat().some((entry) => entry.numerator === 0n)).toBe(false);
    for (const space of eigenspaces(at, conjugated, notation)) {
      expect(hasRoot(space.eigenvalue)).toBe(false);
      expectEigen(conjugated, space, 5);
    }
    const values = eigenspaces(at, conjugated, notation).map(({ eigenvalue }) => evaluate(eigenvalue));
    expect(values.sort((x, y) => x - y)).toEqual([-2, -2, -2, 3, 3]);
    // Triangular blocks need no square root at all.
    const rootless = eigenspaces(at, semidirect, { ...notation, squareRoot: () => null });
    expect(rootless).toEqual(eigenspaces(at, semidirect, notation));
    const { standard } = eigenvalues(at, conjugated);
    expect(blockEigenvalues(at.field, standard, () => null)).toBeNull();
  });

  it("of DOS(u, v, w), u != w, are those of B.56, B.59 and B.62 with all four a symbol", () => {
    const names = new Map<string, RationalFunction>();
    const symbols: Notation<RationalFunction> = {
      express: (value) => {
        const name = `value${names.size}`;
        names.set(name, value);
        return symbol(name);
      },
      squareRoot: functionSquareRoot,
    };
    const read = (expression: Expression): RationalFunction => {
      if (expression.head === "Symbol") return names.get(expression.name)!;
      if (expression.head === "Integer") return field.fromRational(rational(expression.value));
      if (expression.head === "Negate") return field.negate(read(expression.args[0]!));
      throw new Error(`not in the field: ${expression.head}`);
    };
    const T = diagonalOffDiagonal(algebra, symbolFunction("u"), symbolFunction("v"), symbolFunction("w"));
    const spaces = eigenspaces(algebra, T, symbols);
    expect(spaces.map(({ eigenvalue }) => read(eigenvalue))).toEqual(["u", "w", "u", "w", "w"].map((u) => formula(u)));
    expect(spaces.map(({ dimension }) => read(dimension))).toEqual(
      ["1", "1", "B-1", "B-1", "B*(B-3)/2"].map((text) => formula(text)),
    );
    for (const { eigenmatrix, eigenvalue } of spaces) {
      const matrix = mapStructured(eigenmatrix, read);
      const scaled = mapStructured(matrix, (entry) => field.multiply(read(eigenvalue), entry));
      expect(algebra.apply(T, matrix)).toEqual(scaled);
    }
    const [first, , third] = spaces.map(({ eigenmatrix }) => mapStructured(eigenmatrix, read).corner);
    expect([first![0]![0], first![0]![1]]).toEqual([formula("u - w"), formula("2*v")]);
    expect([third![0]![0], third![0]![2]]).toEqual([formula("u - w"), formula("v")]);
  });

  it("with nine symbols and B are formulas that evaluate to eigenspaces at every B", () => {
    const T = operatorOf((orbit) => symbolFunction(`t${orbit}`));
    const spaces = eigenspaces(algebra, T, functionNotation);
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 7 }), operators, (batch, values) => {
        const { trivial, standard } = eigenvalues(algebraAt(batch), values);
        fc.pre(toNumber(trivial.discriminant) > 0.1 && toNumber(standard.discriminant) > 0.1);
        // (lambda - s, r) may vanish where r does.
        fc.pre([trivial, standard].every(({ entries }) => entries[1][0].numerator !== 0n));
        const names = Object.fromEntries(orbits.map((orbit) => [`t${orbit}`, toNumber(values[orbit])]));
        for (const space of spaces) expectEigen(values, space, batch, { ...names, B: batch });
      }),
      { numRuns: 25 },
    );
    expect(spaces.map(({ eigenvalue }) => hasRoot(eigenvalue))).toEqual([true, true, true, true, false]);
  });

  it("say where a block is not diagonalisable: DOS(u, v, u)", () => {
    const at = algebraAt(4);
    const T = diagonalOffDiagonal(at, rational(2), rational(1), rational(2));
    const spaces = eigenspaces(at, T, notation);
    expect(spaces.map(({ representation, deficiency }) => [representation, deficiency])).toEqual([
      ["trivial", 1],
      ["standard", 1],
      ["M", 0],
    ]);
    for (const space of [...spaces, ...eigenspaces(at, at.adjoint(T), notation).slice(0, 2)]) {
      expect(evaluate(space.eigenvalue)).toBe(2);
    }
    for (const space of eigenspaces(at, at.adjoint(T), notation)) expectEigen(at.adjoint(T), space, 4);
  });

  it("have complex eigenvalues written as roots of negative numbers", () => {
    const at = algebraAt(4);
    const turn = at.operator((k, l, i, j) => {
      if (k === l && i !== j) return rational(1);
      if (k !== l && i === j) return rational(-1);
      return rational(0);
    });
    expect(toNumber(eigenvalues(at, turn).trivial.discriminant)).toBeLessThan(0);
    const [first] = eigenspaces(at, turn, notation);
    expect(hasRoot(first!.eigenvalue)).toBe(true);
    expect(evaluate(first!.eigenvalue)).toBeNaN();
  });
});
