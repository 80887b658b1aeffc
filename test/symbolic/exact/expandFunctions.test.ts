import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kernelOf, minus, negative, over, plus, power, type Term, term, times } from "../../../src/symbolic/build.js";
import { kernelInElliptic, kernelInHypergeometric } from "../../../src/symbolic/exact/arccosineKernel.js";
import { exactSymbol, rationalExact } from "../../../src/symbolic/exact/create.js";
import { type Decision, decide } from "../../../src/symbolic/exact/decide.js";
import { expandFunctions } from "../../../src/symbolic/exact/expandFunctions.js";
import { exactField } from "../../../src/symbolic/exact/field.js";
import { normalise } from "../../../src/symbolic/exact/normalise.js";
import { toExpression } from "../../../src/symbolic/exact/toExpression.js";
import { zeroTest } from "../../../src/symbolic/exact/zeroTest.js";
import { call, type Expression, integer, substitute, symbol } from "../../../src/symbolic/expression.js";
import { kernelIdentities } from "../../../src/symbolic/kernels/kernelIdentities.js";
import { compare, equation, type Proposition } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { valueAt } from "../kernels/value.js";
import { half, square } from "./support.js";

const hypergeometric = (a: Term, b: Term, c: Term, z: Term) =>
  call("Hypergeometric", term(a), term(b), term(c), term(z));
const sin = (t: Term) => call("Sin", term(t));
const cos = (t: Term) => call("Cos", term(t));
const above = (left: Term, right: Term) => compare("Greater", term(left), term(right));
const exactly = (left: Expression, right: Expression, assumptions: readonly Proposition[] = []): Decision["status"] =>
  decide(equation(left, right), { assumptions, points: 0 }).status;

describe("expandFunctions", () => {
  // at 0 the factors of Gamma(alpha/2+1) = alpha/2 Gamma(alpha/2) have no values
  const degree = fc.oneof(
    fc.double({ min: -0.3, max: -0.001, noNaN: true }),
    fc.double({ min: 0.001, max: 4, noNaN: true }),
  );
  const correlation = fc.double({ min: -0.85, max: 0.85, noNaN: true });
  const [alpha, c] = [exactSymbol("alpha"), exactSymbol("c")];

  it("knows kernels as hypergeometric functions and as elliptic integrals", () => {
    const general = toExpression(kernelInHypergeometric(alpha, c, exactField));
    fc.assert(
      fc.property(degree, correlation, (alpha, c) => {
        const expected = valueAt(kernelOf("alpha", "c"), { alpha, c });
        expect(Math.abs(valueAt(general, { alpha, c }) - expected)).toBeLessThan(1e-12);
      }),
    );
    for (const twice of [1, 3]) {
      const own = toExpression(kernelInElliptic(rationalExact(rational(twice, 2)), c, exactField)!);
      fc.assert(
        fc.property(correlation, (c) => {
          expect(Math.abs(valueAt(own, { c }) - valueAt(kernelOf(over(twice, 2), "c"), { c }))).toBeLessThan(1e-12);
        }),
      );
    }
    expect(kernelInElliptic(rationalExact(rational(5, 2)), c, exactField)).toBeNull();
    expect(kernelInElliptic(alpha, c, exactField)).toBeNull();
  });

  it("is zero where the element is: both vanish at one level of a combination", () => {
    const upper = (k: number) => over(minus(k, "alpha"), 2);
    const parts = [
      kernelOf("alpha", "c"),
      kernelOf(plus("alpha", 1), "c"),
      hypergeometric(upper(0), upper(0), half, square("c")),
      hypergeometric(upper(2), upper(2), over(3, 2), square("c")),
      hypergeometric(upper(3), upper(1), over(3, 2), square("c")),
      times(kernelOf("alpha", "c"), hypergeometric(upper(1), upper(1), over(5, 2), square("c"))),
      square(sin("c")),
    ];
    const weight = fc.integer({ min: -3, max: 3 });
    const weights = fc.array(weight, { minLength: parts.length, maxLength: parts.length });
    // between whole degrees, where divisors vanish
    const between = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.double({ min: 0.2, max: 0.8, noNaN: true }));
    let count = 0;
    fc.assert(
      fc.property(weights, between, fc.double({ min: 0.2, max: 0.8, noNaN: true }), (own, [whole, rest], c) => {
        const at = { alpha: whole + rest, c };
        const combination = plus(...parts.map((part, i) => times(own[i]!, part)));
        const expanded = expandFunctions(normalise(minus(combination, "level")), exactField);
        if (expanded === null) return;
        count += 1;
        const expression = toExpression(expanded);
        const level = valueAt(combination, at);
        const scale = Math.abs(valueAt(expression, { ...at, level: level + 1 }));
        expect(Math.abs(valueAt(expression, { ...at, level }))).toBeLessThan(1e-8 * scale);
      }),
      { numRuns: 25 },
    );
    expect(count).toBeGreaterThan(18);
  }, 20_000);

  it("leaves alone what no relation reaches", () => {
    for (const expression of [
      kernelOf("alpha", "c"),
      minus(kernelOf("alpha", "c"), kernelOf("alpha", negative("c"))),
      hypergeometric("a", "b", "k", "z"),
      plus(kernelOf("alpha", "c"), call("EllipticK", symbol("c"))),
      plus(sin("t"), cos("t")),
    ]) {
      expect(expandFunctions(normalise(expression), exactField)).toBeNull();
    }
  });

  it("keeps kernels as they are in normal forms", () => {
    const expression = plus(
      kernelOf("alpha", "c"),
      hypergeometric(over("alpha", -2), over("alpha", -2), half, square("c")),
    );
    const { atoms } = normalise(expression);
    expect(Object.values(atoms).map((atom) => atom.kind === "function" && atom.head)).toContain("ArccosineKernel");
  });
});

const proved = [
  ...["H.6/minus-one", "H.8", "H.8/angle", "H.9", "H.11", "I.4", "I.5/one", "I.7/degree-plus-1"],
  ...[1, 2, 3].flatMap((n) => [`H.9/degree-minus-${n}`, `H.10/degree-plus-${n}`]),
  ...["equation", "power-series", "wronskian", "degree-1/2", "degree-3/2", "degree-5/2"].map((id) => `kernel/${id}`),
];

/** Others than the term: by sums, by a factor, and by another degree where one occurs. */
function perturbed(right: Expression): readonly Expression[] {
  const close = over(1001, 1000);
  const raised = substitute(right, "alpha", times(close, symbol("alpha")));
  const sums = [plus(right, over(1, 1000)), plus(times(close, right), over("c", 1000))];
  return raised === right ? sums : [...sums, times(close, right), raised];
}

describe("the identities of the arccosine kernel", () => {
  it.each(proved)("%s is proved, and no perturbed form of it", (id) => {
    const { claim, conditions } = kernelIdentities.find((identity) => identity.id === id)!;
    if (claim.relation !== "Equal") throw new Error("an equation was expected");
    const { left, right } = claim;
    expect(exactly(left, right, conditions)).toBe("proved");
    for (const wrong of perturbed(right)) expect(exactly(left, wrong, conditions)).not.toBe("proved");
  });

  it("claims no difference that only independence would show", () => {
    const { claim, conditions } = kernelIdentities.find(({ id }) => id === "H.9")!;
    if (claim.relation !== "Equal") throw new Error("an equation was expected");
    const wrong = minus(claim.left, times(2, claim.right));
    expect(zeroTest(wrong, { assumptions: conditions }).status).toBe("undecided");
    expect(decide(equation(claim.left, times(2, claim.right)), { assumptions: conditions }).status).toBe("refuted");
    expect(decide(compare("NotEqual", claim.left, claim.right), { assumptions: conditions }).status).toBe("refuted");
  });

  it("knows J_alpha(-1) = 0 only where alpha > -1/2 is known", () => {
    const atMinusOne = kernelOf("a", -1);
    expect(exactly(atMinusOne, integer(0), [above("a", over(-1, 2))])).toBe("proved");
    expect(exactly(atMinusOne, integer(0), [above("a", -1)])).toBe("undecided");
    expect(exactly(atMinusOne, integer(0))).toBe("undecided");
    expect(exactly(kernelOf(over(-1, 4), -1), integer(0))).toBe("proved");
  });

  it("knows sin^2 + cos^2 = 1 beside all else", () => {
    expect(exactly(plus(square(sin("t")), square(cos("t"))), integer(1))).toBe("proved");
    expect(exactly(power(sin("t"), 3), times(sin("t"), minus(1, square(cos("t")))))).toBe("proved");
    expect(exactly(over(square(sin("t")), minus(1, cos("t"))), plus(1, cos("t")))).toBe("proved");
    expect(exactly(plus(square(sin("t")), square(cos("x"))), integer(1))).toBe("undecided");
    expect(exactly(plus(power(sin("t"), 3), power(cos("t"), 3)), integer(1))).toBe("undecided");
  });
});
