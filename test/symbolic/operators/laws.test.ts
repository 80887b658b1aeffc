import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evaluateFunction,
  rationalFunctions as field,
  type RationalFunction,
  symbolFunction,
} from "../../../src/symbolic/algebra/rationalFunction.js";
import {
  centred,
  centring,
  conjugation,
  diagonalOffDiagonal,
  diagonalPart,
  rankOne,
} from "../../../src/symbolic/operators/constructors.js";
import { centringMatrix, exchangeable, identityAndOnes } from "../../../src/symbolic/operators/exchangeable.js";
import { mapOperator, type Operator, operatorOf } from "../../../src/symbolic/operators/operator.js";
import { orbits } from "../../../src/symbolic/operators/orbit.js";
import { type Rational, rational } from "../../../src/symbolic/rational.js";
import { algebra, formula } from "./formula.js";
import { algebraAt, batches, operators } from "./support.js";

const symbols = (name: string): Operator<RationalFunction> => operatorOf((orbit) => symbolFunction(`${name}${orbit}`));
const [R, S, T] = [symbols("r"), symbols("s"), symbols("t")];
const { identity, zero } = algebra;
const same = (first: Operator<RationalFunction>, second: Operator<RationalFunction>) => {
  expect(first).toEqual(second);
  expect(algebra.equal(first, second)).toBe(true);
};

describe("operators with B and all coefficients symbols", () => {
  it("compose associatively, with a unit, bilinearly", () => {
    same(algebra.compose(R, algebra.compose(S, T)), algebra.compose(algebra.compose(R, S), T));
    same(algebra.compose(identity, T), T);
    same(algebra.compose(T, identity), T);
    same(algebra.compose(zero, T), zero);
    const x = symbolFunction("x");
    const left = algebra.compose(algebra.add(R, algebra.scale(x, S)), T);
    same(left, algebra.add(algebra.compose(R, T), algebra.scale(x, algebra.compose(S, T))));
    same(algebra.subtract(T, T), zero);
    expect(algebra.equal(algebra.compose(S, T), algebra.compose(T, S))).toBe(false);
  });

  it("have (S T)* = T* S*, T** = T and tr(S T) = tr(T S)", () => {
    const product = algebra.compose(S, T);
    same(algebra.adjoint(product), algebra.compose(algebra.adjoint(T), algebra.adjoint(S)));
    same(algebra.adjoint(algebra.adjoint(T)), T);
    expect(algebra.trace(product)).toEqual(algebra.trace(algebra.compose(T, S)));
    expect(algebra.trace(algebra.adjoint(T))).toEqual(algebra.trace(T));
    expect(algebra.trace(identity)).toEqual(formula("B*(B+1)/2"));
  });

  it("have an orthogonal projection G2 of rank B(B - 1)/2, and G2 T G2 is self-adjoint (B.39)", () => {
    const projection = centring(algebra);
    same(algebra.compose(projection, projection), projection);
    same(algebra.adjoint(projection), projection);
    expect(algebra.trace(projection)).toEqual(formula("B*(B-1)/2"));
    const restricted = centred(algebra, T);
    same(algebra.adjoint(restricted), restricted);
    same(algebra.compose(projection, restricted), restricted);
  });

  it("multiply as their matrices do: A(C Sigma C)A = (AC) Sigma (AC), rank-one parts, Diag", () => {
    const [a, b, c, d] = ["a", "b", "c", "d"].map(symbolFunction) as [
      RationalFunction,
      RationalFunction,
      RationalFunction,
      RationalFunction,
    ];
    // (a I + b 11^T)(c I + d 11^T) = ac I + (ad + bc + B bd) 11^T.
    const product = identityAndOnes(algebra, formula("a*c"), formula("a*d + b*c + B*b*d"));
    const [left, right] = [identityAndOnes(algebra, a, b), identityAndOnes(algebra, c, d)];
    same(algebra.compose(conjugation(algebra, left), conjugation(algebra, right)), conjugation(algebra, product));
    // <A, .> C after <A', .> C' is <A, C'> times <A', .> C.
    const [A, C] = [exchangeable(a, b), exchangeable(c, d)];
    const twice = algebra.compose(rankOne(algebra, A, C), rankOne(algebra, A, C));
    same(twice, algebra.scale(formula("B*a*c + B*(B-1)*b*d"), rankOne(algebra, A, C)));
    same(algebra.adjoint(rankOne(algebra, A, C)), rankOne(algebra, C, A));
    same(algebra.compose(diagonalPart(algebra), diagonalPart(algebra)), diagonalPart(algebra));
    expect(algebra.trace(diagonalPart(algebra))).toEqual(formula("B"));
    expect(centringMatrix(algebra)).toEqual({ diagonal: formula("(B-1)/B"), offDiagonal: formula("-1/B") });
    expect(field.isZero(algebra.trace(zero))).toBe(true);
  });

  it("evaluate at B = 4 to 8 to the operators of that batch size, which are the dense ones", () => {
    fc.assert(
      fc.property(batches, operators, operators, (batch, first, second) => {
        const at = algebraAt(batch);
        const values: Record<string, Rational> = { B: rational(batch), x: rational(2, 3), y: rational(-5) };
        for (const orbit of orbits)
          Object.assign(values, { [`s${orbit}`]: first[orbit], [`t${orbit}`]: second[orbit] });
        const [x, y] = [symbolFunction("x"), symbolFunction("y")];
        const evaluated = (operator: Operator<RationalFunction>) =>
          mapOperator(operator, (coefficient) => evaluateFunction(coefficient, values));
        const matrix = exchangeable(values.x!, values.y!);
        expect(evaluated(algebra.compose(S, T))).toEqual(at.compose(first, second));
        expect(evaluated(centred(algebra, T))).toEqual(centred(at, second));
        expect(evaluated(conjugation(algebra, exchangeable(x, y)))).toEqual(conjugation(at, matrix));
        const semidirect = diagonalOffDiagonal(algebra, x, y, formula("x - y"));
        expect(evaluated(semidirect)).toEqual(diagonalOffDiagonal(at, values.x!, values.y!, rational(17, 3)));
        expect(evaluateFunction(algebra.trace(T), values)).toEqual(at.trace(second));
      }),
      { numRuns: 15 },
    );
  });
});
