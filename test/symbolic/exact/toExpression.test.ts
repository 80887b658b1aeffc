import { describe, expect, it } from "vitest";
import {
  gamma,
  kernelOf,
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
import { simplifyExact } from "../../../src/symbolic/exact/simplify.js";
import { call, type Expression, symbol } from "../../../src/symbolic/expression.js";
import { text } from "../../../src/symbolic/format/text.js";
import { compare, element } from "../../../src/symbolic/proposition.js";
import { acos, gegenbauer, half, pochhammer, rateOf, rho, square } from "./support.js";

const rows: readonly (readonly [Expression, string])[] = [
  [times(root("B"), root(minus("B", 2))), "sqrt(B*(B - 2))"],
  [root(minus(1, square(rho))), "sqrt(B*(B - 2))/(B - 1)"],
  [over(1, plus(1, root(2))), "sqrt(2) - 1"],
  [root(times(2, pi)), "sqrt(2*pi)"],
  [over(1, root(pi)), "1/sqrt(pi)"],
  [square(root(pi)), "pi"],
  [acos(negative("c")), "pi - acos(c)"],
  [kernelOf(0, "c"), "(pi - acos(c))/pi"],
  [kernelOf(1, "c"), "(c*(pi - acos(c)) + sqrt(1 - c^2))/pi"],
  [kernelOf(2, "c"), "((2*c^2 + 1)*(pi - acos(c)) + 3*c*sqrt(1 - c^2))/(3*pi)"],
  [kernelOf(1, rho), "(sqrt(B*(B - 2)) - acos(1/(B - 1)))/(pi*(B - 1))"],
  [kernelOf("alpha", 0), "gamma((alpha + 1)/2)^2/(2*sqrt(pi)*gamma((2*alpha + 1)/2))"],
  [gamma(plus("B", half)), "gamma((2*B + 1)/2)"],
  [
    over(times(power(2, minus("alpha", 1)), gamma(plus("alpha", half))), root(pi)),
    "2^(alpha - 1)*gamma((2*alpha + 1)/2)/sqrt(pi)",
  ],
  [power(minus("B", 1), over(minus("B", 3), 2)), "(B - 1)^((B - 3)/2)"],
  [times(power("B", over("alpha", 2)), power(minus("B", 2), over("alpha", 2))), "(B*(B - 2))^(alpha/2)"],
  [times(call("Exp", symbol("x")), call("Exp", over(5, 2))), "exp((2*x + 5)/2)"],
  [call("Abs", negative("x")), "abs(x)"],
  [root(times("x", "y")), "sqrt(x*y)"],
  [gegenbauer(2, "x", "c"), "x*(2*c^2*x + 2*c^2 - 1)"],
  [pochhammer("B", 3), "B*(B + 1)*(B + 2)"],
  [
    rateOf(1),
    "((B - 2)*acos(1/(B - 1)) + pi*(B - 1)*(B - 2) + sqrt(B*(B - 2)))/((B - 3)*(acos(1/(B - 1)) - sqrt(B*(B - 2)) + pi*(B - 1)))",
  ],
  [rateOf(1, 8), "2*(3*acos(1/7) + 21*pi + 2*sqrt(3))/(5*(acos(1/7) + 7*pi - 4*sqrt(3)))"],
];

describe("toExpression", () => {
  it.each(rows.map(([expression, written]) => [written, expression] as const))("writes %s", (written, expression) => {
    expect(text(simplifyExact(expression))).toBe(written);
  });

  it("writes signs and powers of any sign", () => {
    const assumptions = [element(symbol("k"), "Integers"), compare("Greater", symbol("k"), term(0 as Term))];
    const write = (expression: Expression) => text(simplifyExact(expression, { assumptions }));
    expect(write(power(negative("c"), "k"))).toBe("c^k*(-1)^k");
    expect(write(power(-1, plus("k", 1)))).toBe("-(-1)^k");
  });
});
