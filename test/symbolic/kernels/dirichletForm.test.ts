import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationalFunctionOf } from "../../../src/symbolic/algebra/fromExpression.js";
import { equalFunctions } from "../../../src/symbolic/algebra/rationalFunction.js";
import { call, type Expression, integer, isCall, symbol } from "../../../src/symbolic/expression.js";
import { dirichletIdentity, greenIdentity } from "../../../src/symbolic/kernels/dirichletForm.js";
import { sphereMean } from "../../../src/symbolic/kernels/sphereMean.js";
import { polynomialRate, theoremNine } from "../../../src/symbolic/kernels/theoremNine.js";
import type { Proposition } from "../../../src/symbolic/proposition.js";
import { valueAt } from "./value.js";

const B = symbol("B");

/** The term with every SphereMean replaced by its exact value. */
function averaged(term: Expression): Expression {
  if (!isCall(term)) return term;
  const args = term.args.map((arg, i) => (term.head === "SphereMean" && i === 0 ? arg : averaged(arg)));
  if (term.head !== "SphereMean") return call(term.head, ...args);
  return sphereMean(args[0]!, "z1", "z2", args[3]!);
}

function isProved(claim: Proposition): boolean {
  if (claim.relation !== "Equal") return false;
  const [left, right] = [claim.left, claim.right].map((side) => rationalFunctionOf(averaged(side)));
  return equalFunctions(left!, right!);
}

describe("the Dirichlet form behind Theorem 9", () => {
  // E <grad F_1, grad G_2> is symmetric in F and G: j <= k, and a few the other way round
  const pairs = [
    ...Array.from({ length: 9 }, (_, k) => Array.from({ length: k + 1 }, (__, j) => [j, k] as const)).flat(),
    ...([
      [3, 1],
      [8, 2],
      [6, 5],
    ] as const),
  ];

  it.each(pairs)("is diagonal in the Gegenbauer basis: degrees %i and %i, B a symbol", (j, k) => {
    expect(isProved(dirichletIdentity(j, k, B))).toBe(true);
  });

  it("would be refuted by another eigenvalue", () => {
    const claim = dirichletIdentity(3, 3, B);
    if (claim.relation !== "Equal") throw new Error("an equation was expected");
    const wrong = call("Multiply", claim.right, call("Divide", integer(4), integer(3)));
    expect(isProved({ ...claim, right: wrong })).toBe(false);
  });

  it("satisfies Green's identity for polynomials with whole coefficients", () => {
    const list = fc.array(
      fc.integer({ min: -5, max: 5 }).map((n) => integer(n)),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(list, list, (f, g) => isProved(greenIdentity(f, g, B))),
      { numRuns: 12 },
    );
  });

  it("satisfies Green's identity for symbols as coefficients", () => {
    const names = (letter: string) => [0, 1, 2, 3].map((k) => symbol(`${letter}${k}`));
    expect(isProved(greenIdentity(names("f"), names("g"), B))).toBe(true);
  });
});

describe("theoremNine", () => {
  it("holds for polynomials, exactly in B", () => {
    const coefficient = fc.integer({ min: -4, max: 4 }).map((n) => integer(n));
    const phi = fc.array(coefficient, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(
        phi.filter((list) => list.slice(1).some(({ value }) => value !== 0n)),
        (list) => isProved(theoremNine(list, B)),
      ),
      { numRuns: 12 },
    );
  });

  it("holds for a x + b x^3 with symbols a and b", () => {
    expect(isProved(theoremNine([integer(0), symbol("a"), integer(0), symbol("b")], B))).toBe(true);
  });

  it("has the rate (B-2)/(B-3) for the identity, and refuses constants", () => {
    const expected = call("Divide", call("Subtract", B, integer(2)), call("Subtract", B, integer(3)));
    expect(polynomialRate([integer(0), integer(1)], B)).toEqual(expected);
    expect(() => polynomialRate([integer(3)], B)).toThrow(RangeError);
  });

  it("tends to E phi'^2 / Var phi for large B: x + x^3 has (1 + 6 + 27)/(1 + 6 + 15)", () => {
    const rate = polynomialRate([integer(0), integer(1), integer(0), integer(1)], B);
    expect(valueAt(rate, { B: 1e9 })).toBeCloseTo(34 / 22, 7);
  });
});
