import { describe, expect, it } from "vitest";
import {
  gamma,
  minus,
  negative,
  over,
  pi,
  plus,
  power,
  root,
  type Term,
  term,
  times,
} from "../../../src/symbolic/build.js";
import { type Decision, decide } from "../../../src/symbolic/exact/decide.js";
import { normalise } from "../../../src/symbolic/exact/normalise.js";
import { NotExact } from "../../../src/symbolic/exact/notExact.js";
import { zeroTest } from "../../../src/symbolic/exact/zeroTest.js";
import { call, type Expression, integer, number, symbol } from "../../../src/symbolic/expression.js";
import { compare, element, equation, type Proposition } from "../../../src/symbolic/proposition.js";
import { acos, half, rateOf, square } from "./support.js";

const log = (x: Term) => call("Log", term(x));
const exp = (x: Term) => call("Exp", term(x));
const less = (a: Term, b: Term) => compare("Less", term(a), term(b));
const whole = (name: string) => element(symbol(name), "Integers");

describe("zeroTest", () => {
  const nonzero: readonly (readonly [string, Expression])[] = [
    ["B - 5, which has a zero", minus("B", 5)],
    ["roots of coprime radicands", plus(root("B"), root(minus("B", 2)), root(3))],
    ["pi and roots of numbers", minus(square(pi), plus(root(97), over(19, 1000)))],
    ["arccos of a function and pi", minus(acos("c"), over(pi, 2))],
    ["arccosines of different symbols", minus(acos("c"), acos(over(1, minus("B", 1))))],
    ["arccosines with different poles", minus(acos(over(1, "B")), acos(over(1, minus("B", 1))))],
    ["powers and Gammas", minus(power(2, "B"), gamma("B"))],
    ["Gammas a half step apart", minus(gamma(over("B", 2)), gamma(over(plus("B", 1), 2)))],
    ["Gamma of independent directions", minus(gamma(plus("B", "alpha")), times(gamma("B"), gamma("alpha")))],
    ["Gamma(1/4) and pi", minus(square(gamma(over(1, 4))), times(4, pi))],
    ["exp and pi", minus(exp("x"), pi)],
    ["a sign", minus(power(-1, "k"), 1)],
  ];
  it.each(nonzero)("knows that %s is not zero", (_, expression) => {
    expect(zeroTest(expression, { assumptions: [whole("k")] })).toEqual({ status: "nonzero" });
  });

  const open: readonly (readonly [string, Expression, string])[] = [
    ["arccosines that may be related", minus(acos(minus(times(2, square("c")), 1)), acos("c")), "arccosines"],
    ["arccos of a number beside pi", minus(acos(over(1, 3)), over(pi, 2)), "arccos of a number"],
    ["e and pi", minus(exp(1), pi), "e and pi"],
    [
      "Gammas that the multiplication formula relates",
      minus(gamma(times(3, "x")), times(gamma("x"), gamma(plus("x", over(1, 3))), gamma(plus("x", over(2, 3))))),
      "Gamma",
    ],
    ["Gammas that reflection relates", minus(gamma("x"), gamma(minus(1, "x"))), "Gamma"],
    ["logarithms", minus(log("x"), 1), "Log"],
    ["kernels", minus(call("ArccosineKernel", symbol("alpha"), symbol("c")), 1), "ArccosineKernel"],
    ["nested roots", minus(root(plus(3, times(2, root(2)))), 1), "roots within roots"],
    ["an absolute value", minus(call("Abs", symbol("x")), "x"), "absolute value"],
    ["roots of unknown signs with a common factor", minus(root(times("x", "y")), root("x")), "common factors"],
  ];
  it.each(open)("does not claim that %s are independent", (_, expression, reason) => {
    const result = zeroTest(expression);
    expect(result.status).toBe("undecided");
    expect(result).toHaveProperty("reason", expect.stringContaining(reason));
  });

  it("claims nothing on thin sets: equations, one point, finitely many whole numbers, weak relations of symbols", () => {
    const thin: readonly Proposition[][] = [
      [equation(symbol("x"), symbol("y"))],
      [compare("GreaterEqual", symbol("x"), integer(2)), compare("LessEqual", symbol("x"), integer(2))],
      [whole("x"), less(0, "x"), less("x", 3)],
      [compare("GreaterEqual", symbol("x"), symbol("y"))],
    ];
    for (const assumptions of thin) expect(zeroTest(minus("x", "y"), { assumptions }).status).toBe("undecided");
    expect(zeroTest(minus("x", "y"), { assumptions: [less("x", "y")] }).status).toBe("nonzero");
  });

  it("takes high powers of roots", () => {
    expect(zeroTest(minus(power(root(2), 2 ** 7), 2n ** 64n))).toEqual({ status: "zero" });
  });

  it("knows that 1/Gamma(1-k) vanishes at whole k > 0", () => {
    const expression = over(1, gamma(minus(1, "k")));
    expect(zeroTest(expression).status).toBe("nonzero");
    expect(zeroTest(expression, { assumptions: [whole("k"), less(0, "k")] }).status).toBe("undecided");
  });
});

describe("decide", () => {
  it("proves nothing false about roots of what may be negative", () => {
    const k = whole("k");
    const wrong: readonly (readonly [Expression, Expression, Proposition[]])[] = [
      [root(power("c", times(2, "k"))), power("c", "k"), [k]],
      [root(square(call("Cbrt", symbol("x")))), call("Cbrt", symbol("x")), []],
      [root(square("x")), symbol("x"), []],
      [call("Sign", minus("B", 4)), integer(1), []],
      [power(minus("c", "c"), minus("alpha", half)), integer(1), []],
    ];
    for (const [left, right, assumptions] of wrong) {
      expect(decide(equation(left, right), { assumptions }).status).not.toBe("proved");
    }
  });

  it("verifies to 50 digits what it cannot prove", () => {
    const verified: readonly (readonly [Expression, Expression, Proposition[]])[] = [
      [root(plus(3, times(2, root(2)))), plus(1, root(2)), []],
      [acos(minus(times(2, square("c")), 1)), times(2, acos("c")), [less(0, "c"), less("c", 1)]],
      [log(times("x", "y")), plus(log("x"), log("y")), [less(0, "x"), less(0, "y")]],
    ];
    for (const [left, right, assumptions] of verified) {
      const decision = decide(equation(left, right), { assumptions });
      expect(decision).toMatchObject({ status: "verified", points: 3, digits: 50 });
      expect(decision).toHaveProperty("reason");
      expect(decide(equation(left, right), { assumptions, points: 0 }).status).toBe("undecided");
    }
  });

  it("refutes at an admissible point", () => {
    const decision = decide(equation(rateOf("alpha"), integer(2))) as Decision & { by: Record<string, never> };
    expect(decision.status).toBe("refuted");
    expect(Object.keys(decision.by)).toEqual(["B", "alpha"]);
    expect(decide(equation(call("Abs", symbol("x")), symbol("x"))).status).toBe("refuted");
    const assumptions = [compare("Greater", symbol("x"), integer(0))];
    expect(decide(equation(call("Abs", symbol("x")), symbol("x")), { assumptions }).status).toBe("proved");
  });

  it("proves that numbers differ, and not that functions never meet", () => {
    expect(decide(compare("NotEqual", pi, over(355, 113)))).toEqual({ status: "proved" });
    expect(decide(compare("NotEqual", symbol("B"), integer(5)), { points: 0 }).status).toBe("undecided");
    expect(decide(compare("NotEqual", root(8), times(2, root(2))))).toEqual({ status: "refuted", by: "exact" });
  });

  it("reads doubles as decimals", () => {
    expect(decide(equation(number(0.1), over(1, 10)))).toEqual({ status: "proved" });
    const decision = decide(equation(log(number(0.1)), negative(log(10))));
    expect(decision.status).toBe("verified");
  });

  it("leaves open what has no value anywhere, and inequalities that points support", () => {
    expect(decide(equation(log(negative(square("x"))), integer(1))).status).toBe("undecided");
    expect(decide(equation(over(1, minus("x", "x")), integer(1))).status).toBe("undecided");
    expect(decide(less(1, rateOf(1))).status).toBe("verified");
    expect(decide(less(rateOf(1), 1)).status).toBe("refuted");
  });
});

describe("normalise", () => {
  const outside: readonly (readonly [string, Expression, Expression])[] = [
    ["a division by zero", plus(1, over("x", minus("B", "B"))), over("x", minus("B", "B"))],
    ["a hidden division by zero", over(1, minus(square(root(2)), 2)), over(1, minus(square(root(2)), 2))],
    ["a pole of Gamma", times(2, gamma(-3)), gamma(-3)],
    ["a root of a negative number", root(-2), root(-2)],
    ["a negative base", power(negative("B"), "alpha"), power(negative("B"), "alpha")],
    ["arccos beyond 1", acos(over(3, 2)), acos(over(3, 2))],
    ["infinity", plus("B", call("Infinity")), call("Infinity")],
    [
      "a conditional",
      plus(1, call("Conditional", symbol("x"), integer(1), integer(2))),
      call("Conditional", symbol("x"), integer(1), integer(2)),
    ],
    [
      "a kernel of too low a degree",
      call("ArccosineKernel", over(-1, 2), symbol("c")),
      call("ArccosineKernel", over(-1, 2), symbol("c")),
    ],
    [
      "a sum without whole bounds",
      call("Sum", symbol("k"), symbol("k"), integer(0), symbol("B")),
      call("Sum", symbol("k"), symbol("k"), integer(0), symbol("B")),
    ],
    ["no number", number(Number.NaN), number(Number.NaN)],
  ];
  it.each(outside)("names the smallest part at fault: %s", (_, expression, part) => {
    try {
      normalise(expression);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(NotExact);
      expect(error).toBeInstanceOf(RangeError);
      expect((error as NotExact).expression).toEqual(part);
    }
  });

  it("refuses within seconds what would not end", () => {
    let tower: Expression = symbol("x");
    for (let k = 0; k < 20; k++) tower = power(plus(tower, 1), 50);
    let deep: Expression = symbol("x");
    for (let k = 0; k < 20_000; k++) deep = plus(deep, 1);
    const k = symbol("k");
    const double = call(
      "Sum",
      call("Sum", times(k, "j"), k, integer(1), integer(1000)),
      symbol("j"),
      integer(1),
      integer(1000),
    );
    const hostile = [
      tower,
      deep,
      double,
      power(2, 10 ** 9),
      gamma(plus("B", 5000)),
      call("ArccosineKernel", integer(10 ** 6), symbol("c")),
      call("Gegenbauer", integer(10 ** 6), symbol("x"), symbol("c")),
      call("Hypergeometric", integer(-(10 ** 6)), symbol("x"), symbol("B"), symbol("c")),
    ];
    for (const expression of hostile) {
      const start = performance.now();
      expect(() => normalise(expression)).toThrow(NotExact);
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
});
