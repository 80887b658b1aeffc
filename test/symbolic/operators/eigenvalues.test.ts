import fc from "fast-check";
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  rationalFunctions as field,
  type RationalFunction,
  symbolFunction,
} from "../../../src/symbolic/algebra/rationalFunction.js";
import type { Block } from "../../../src/symbolic/operators/block.js";
import { centred, centring } from "../../../src/symbolic/operators/constructors.js";
import { centredEigenvalues, dimensions, eigenvalues } from "../../../src/symbolic/operators/eigenvalues.js";
import { type Operator, operatorOf } from "../../../src/symbolic/operators/operator.js";
import { type Rational, rational, toNumber } from "../../../src/symbolic/rational.js";
import { algebra, formula } from "./formula.js";
import { algebraAt, batches, dense, largest, onSymmetric, operators } from "./support.js";

/** The operator with the entries of paper B.31, the two classes that it takes for one told apart. */
const printed = algebra.operator((k, l, i, j) => {
  const common = [k, l].filter((index) => index === i || index === j).length;
  if (k === l) return symbolFunction(i === j ? (i === k ? "[11|11]" : "[11|22]") : common > 0 ? "[11|12]" : "[11|23]");
  if (i === j) return symbolFunction(common > 0 ? "[12|11]" : "[12|33]");
  if (common === 2) return symbolFunction(k === i ? "[12|12]" : "[12|21]");
  if (common === 1) return symbolFunction(k === i || l === j ? "[12|13]" : "[12|31]");
  return symbolFunction("[12|34]");
});

const trivialBlock = [
  "[11|11] + [11|22]*(B-1)",
  "2*(B-1)*[11|12] + (B-2)*(B-1)*[11|23]",
  "2*[12|11] + (B-2)*[12|33]",
  "[12|12] + 2*(B-2)*([12|13] + [12|31]) + [12|21] + (B-2)*(B-3)*[12|34]",
];
const standardBlock = [
  "[11|11] - [11|22]",
  "2*(B-2)*([11|23] - [11|12])",
  "-[12|11] + [12|33]",
  "[12|21] + [12|12] + (B-4)*([12|13] + [12|31]) - 2*(B-3)*[12|34]",
];
const onM = "[12|12] + [12|21] - 2*[12|13] - 2*[12|31] + 2*[12|34]";

const named = (texts: readonly string[]) =>
  Object.fromEntries(["t11", "t12", "t21", "t22"].map((name, i) => [name, formula(texts[i]!)]));

const symbols = (name: string): Operator<RationalFunction> => operatorOf((orbit) => symbolFunction(`${name}${orbit}`));

describe("eigenvalues, B a symbol", () => {
  it("are those of B.37, [12|13] averaged with [12|31]", () => {
    const { trivial, standard, M } = eigenvalues(algebra, printed);
    expect(trivial.entries.flat()).toEqual(trivialBlock.map((text) => formula(text)));
    expect(standard.entries.flat()).toEqual(standardBlock.map((text) => formula(text)));
    expect(M).toEqual(formula(onM));
    const values = named(trivialBlock);
    expect(trivial.trace).toEqual(formula("t11 + t22", values));
    expect(trivial.determinant).toEqual(formula("t11*t22 - t12*t21", values));
    expect(trivial.discriminant).toEqual(formula("(t11 + t22)^2 - 4*(t11*t22 - t12*t21)", values));
  });

  it("are those of B.38 after centring", () => {
    const { G, L, M } = centredEigenvalues(algebra, printed);
    expect(G).toEqual(formula("((B-1)*(t11 - t21) - (t12 - t22))/B", named(trivialBlock)));
    expect(L).toEqual(formula("((B-2)*t11 + t12 + 2*(B-2)*t21 + 2*t22)/B", named(standardBlock)));
    expect(M).toEqual(formula(onM));
  });

  it("add up to the trace: the multiplicities are 1, B - 1 and B(B - 3)/2", () => {
    const { trivial, standard, M } = eigenvalues(algebra, symbols("t"));
    const size = dimensions(algebra);
    expect(size.G).toEqual(formula("1"));
    expect(size.L).toEqual(formula("B - 1"));
    expect(size.M).toEqual(formula("B*(B-3)/2"));
    const values = { trivial: trivial.trace, standard: standard.trace, m: M };
    expect(formula("trivial + (B-1)*standard + B*(B-3)/2*m", values)).toEqual(algebra.trace(symbols("t")));
    const identity = eigenvalues(algebra, algebra.identity);
    expect(identity.trivial.trace).toEqual(formula("2"));
    expect(identity.standard.determinant).toEqual(formula("1"));
    expect(identity.M).toEqual(formula("1"));
  });

  it("are multiplicative, block by block: the decomposition is a homomorphism and decides equality", () => {
    const [S, T] = [symbols("s"), symbols("t")];
    const [s, t] = [eigenvalues(algebra, S), eigenvalues(algebra, T)];
    const product = eigenvalues(algebra, algebra.compose(S, T));
    for (const name of ["trivial", "standard"] as const) {
      const [a, b] = [s[name].entries, t[name].entries];
      for (const i of [0, 1] as const) {
        for (const j of [0, 1] as const) {
          const entry = field.add(field.multiply(a[i][0], b[0][j]), field.multiply(a[i][1], b[1][j]));
          expect(product[name].entries[i][j]).toEqual(entry);
        }
      }
    }
    expect(product.M).toEqual(field.multiply(s.M, t.M));
  });

  it("of T* are those of T", () => {
    const T = symbols("t");
    const [of, ofAdjoint] = [eigenvalues(algebra, T), eigenvalues(algebra, algebra.adjoint(T))];
    for (const name of ["trivial", "standard"] as const) {
      expect(ofAdjoint[name].trace).toEqual(of[name].trace);
      expect(ofAdjoint[name].determinant).toEqual(of[name].determinant);
    }
    expect(ofAdjoint.M).toEqual(of.M);
  });

  it("of G2 T G2 are the centred ones and zero", () => {
    const T = symbols("t");
    const { G, L, M } = centredEigenvalues(algebra, T);
    const whole = eigenvalues(algebra, centred(algebra, T));
    expect([whole.trivial.trace, whole.standard.trace, whole.M]).toEqual([G, L, M]);
    expect([whole.trivial.determinant, whole.standard.determinant]).toEqual([field.zero, field.zero]);
    const projection = centredEigenvalues(algebra, centring(algebra));
    expect(projection).toEqual({ G: field.one, L: field.one, M: field.one });
  });
});

describe("eigenvalues at a given batch size", () => {
  it("are those of the dense matrix with their multiplicities, B(B + 1)/2 in all", () => {
    fc.assert(
      fc.property(batches, operators, (batch, T) => {
        const at = algebraAt(batch);
        const { trivial, standard, M } = eigenvalues(at, T);
        const size = dimensions(at);
        const repeat = (values: readonly Complex[], count: Rational) =>
          Array.from({ length: toNumber(count) }, () => values).flat();
        const predicted = [
          ...repeat(roots(trivial), size.G),
          ...repeat(roots(standard), size.L),
          ...repeat([{ re: toNumber(M), im: 0 }], size.M),
        ];
        expect(predicted.length).toBe((batch * (batch + 1)) / 2);
        // A nearly double eigenvalue of a block moves by the root of a perturbation.
        fc.pre([trivial, standard].every(({ discriminant }) => Math.abs(toNumber(discriminant)) > 0.05));
        const matrix = onSymmetric(dense(T, batch), batch);
        const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(matrix, {
          assumeSymmetric: false,
        });
        const actual = realEigenvalues.map((re, i) => ({ re, im: imaginaryEigenvalues[i]! }));
        expectSameMultiset(actual, predicted, 1e-9 * (1 + largest(matrix)));
      }),
      { numRuns: 60 },
    );
  });

  it("of self-adjoint operators agree to rounding", () => {
    fc.assert(
      fc.property(batches, operators, (batch, S) => {
        const at = algebraAt(batch);
        const T = at.add(S, at.adjoint(S));
        const { trivial, standard, M } = eigenvalues(at, T);
        const values = [...roots(trivial), ...Array.from({ length: batch - 1 }, () => roots(standard)).flat()];
        const onCycle = Array.from({ length: (batch * (batch - 3)) / 2 }, () => toNumber(M));
        const predicted = [...values.map(({ re }) => re), ...onCycle].sort((a, b) => a - b);
        const matrix = onSymmetric(dense(T, batch), batch);
        const actual = [...new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues];
        actual.sort((a, b) => a - b);
        const gap = largest(Matrix.sub(new Matrix([actual]), new Matrix([predicted])));
        expect(gap).toBeLessThan(1e-13 * batch ** 2 * (1 + largest(matrix)));
      }),
      { numRuns: 40 },
    );
  });

  it("are refused for B = 1, 2, 3, where G, L and M do not exist together", () => {
    for (const batch of [1, 2, 3]) {
      const at = algebraAt(batch);
      expect(() => eigenvalues(at, at.identity)).toThrow(RangeError);
      expect(() => centredEigenvalues(at, at.identity)).toThrow(/B >= 4/);
    }
  });
});

interface Complex {
  readonly re: number;
  readonly im: number;
}

function roots({ trace, discriminant }: Block<Rational>): Complex[] {
  const [middle, square] = [toNumber(trace) / 2, toNumber(discriminant) / 4];
  const spread = Math.sqrt(Math.abs(square));
  return square >= 0
    ? [middle + spread, middle - spread].map((re) => ({ re, im: 0 }))
    : [spread, -spread].map((im) => ({ re: middle, im }));
}

/** Takes away the nearest prediction of each value. */
function expectSameMultiset(actual: readonly Complex[], predicted: readonly Complex[], tolerance: number): void {
  const left = [...predicted];
  expect(actual.length).toBe(left.length);
  for (const value of actual) {
    const distances = left.map(({ re, im }) => Math.hypot(re - value.re, im - value.im));
    const nearest = distances.indexOf(Math.min(...distances));
    expect(distances[nearest]).toBeLessThan(tolerance);
    left.splice(nearest, 1);
  }
}

describe("the nine coefficients", () => {
  it("are determined by the spectrum's blocks: 4 + 4 + 1 numbers, no operator but zero has none", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 9 }), (batch) => {
        const at = algebraAt(batch);
        const rows = at.orbits.map((orbit) => {
          const unit = operatorOf((other) => rational(Number(other === orbit)));
          const { trivial, standard, M } = eigenvalues(at, unit);
          return [...trivial.entries.flat(), ...standard.entries.flat(), M].map(toNumber);
        });
        const singular = new EigenvalueDecomposition(new Matrix(rows).mmul(new Matrix(rows).transpose()));
        expect(Math.min(...singular.realEigenvalues)).toBeGreaterThan(1e-3);
      }),
    );
  });
});
