import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minus, negative, over, pi, plus, power, root, times } from "../../../src/symbolic/build.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { call, type Expression, number, symbol } from "../../../src/symbolic/expression.js";
import { text, textOf } from "../../../src/symbolic/format/text.js";
import { heads } from "../../../src/symbolic/heads.js";
import {
  absolute,
  cosine,
  exponential,
  gaussianMean,
  gegenbauer,
  halfLine,
  infinity,
  relu,
  sine,
  sphereMean,
  step,
} from "../../../src/symbolic/integrals/formula.js";
import { integrate } from "../../../src/symbolic/integrals/integrate.js";
import { rules } from "../../../src/symbolic/integrals/rules.js";
import type { Proposition } from "../../../src/symbolic/proposition.js";
import { numerically, type Values } from "./numerically.js";
import { parameters } from "./parameters.js";

const on = (body: Expression, from: Expression | number, to: Expression | number, x = "t") =>
  call(
    "Integral",
    body,
    symbol(x),
    typeof from === "number" ? number(from) : from,
    typeof to === "number" ? number(to) : to,
  );
const unit = (body: Expression) => on(body, 0, 1);
const symmetric = (body: Expression) => on(body, -1, 1, "x");

const holds = (condition: Proposition, values: Values): boolean => {
  const left = evaluate(condition.left, values);
  if (condition.relation === "Element") return condition.set !== "Integers" || Number.isInteger(left);
  return heads[condition.relation].evaluate(left, evaluate(condition.right, values)) === 1;
};

/** The closed form against quadrature; the conditions must hold at the values, which lie where the integral exists. */
function agrees(expression: Expression, values: Values, limit = 1e-10): void {
  const found = integrate(expression);
  expect(found, text(expression)).not.toBeNull();
  for (const condition of found!.conditions) expect(holds(condition, values), textOf(condition)).toBe(true);
  const [closed, exact] = [evaluate(found!.result, values), numerically(expression, values)];
  expect(Math.abs(closed - exact), `${text(expression)} = ${text(found!.result)}`).toBeLessThanOrEqual(
    limit * Math.max(1, Math.abs(exact)),
  );
}

/** What the table says but the matcher cannot see: j and k differ, m is below k; claims that are no integrals; open wedges. */
const unseen = [
  "Gegenbauer orthogonality",
  "low Gegenbauer moment",
  "Gegenbauer at 1",
  "Gegenbauer linearisation",
  "wedge",
  "wedge of ReLUs",
];

describe("every rule", () => {
  it.each(rules.filter(({ name }) => !unseen.includes(name)).map((rule) => [rule.name, rule] as const))(
    "%s is found in its own claim, with conditions that its own imply",
    (name, rule) => {
      const found = integrate(rule.claim.left)!;
      expect(found).not.toBeNull();
      fc.assert(
        fc.property(parameters[name], (values) => {
          for (const condition of found.conditions) expect(holds(condition, values), textOf(condition)).toBe(true);
          const [mine, table] = [evaluate(found.result, values), evaluate(rule.claim.right, values)];
          // gamma functions of rearranged arguments
          expect(Math.abs(mine - table)).toBeLessThanOrEqual(1e-13 * Math.abs(table));
        }),
      );
    },
  );

  it.each(unseen)("%s is not claimed with symbolic parameters", (name) => {
    expect(integrate(rules.find((rule) => rule.name === name)!.claim.left)).toBeNull();
  });
});

const t = symbol("t");
const x = symbol("x");
const s = symbol("t");
const values = { a: 1.7, b: 2.3, c: 0.4, m: 0.6, p: 0.8, q: 2, alpha: 1.3, k: 3, lambda: 0.8, theta: 1.1, B: 7 };

describe("other ways to write an integrand", () => {
  it("on [0, 1]", () => {
    const oneMinus = minus(1, t);
    agrees(unit(over(power(oneMinus, "b"), power(t, negative("p")))), values);
    agrees(unit(times(3, root(times(t, oneMinus)))), values);
    agrees(unit(times(power(plus(negative(t), 1), minus("b", 1)), times("c", power(t, "a")))), values);
    agrees(unit(power(times(2, t, minus(3, times(3, t))), "a")), values);
    agrees(unit(over(power(times(t, oneMinus), "a"), power(minus(2, t), "b"))), values);
    agrees(unit(times(t, power(plus(1, times(2, t)), 3), power(oneMinus, "a"))), values);
    agrees(unit(over(minus(power(t, "a"), times("b", t)), root(oneMinus))), values);
    agrees(unit(power(minus(1, power(t, 2)), "a")), values);
    agrees(unit(power(absolute(minus(t, 1)), "a")), values);
    agrees(on(times(power("u", "a"), minus(1, "u")), 0, 1, "u"), values);
    agrees(unit(number(2)), values);
    agrees(unit(power(plus(1, times(2, t)), 12)), values);
    agrees(unit(times(power(plus(1, t), 6), power(minus(2, times(3, t)), 5))), values);
    agrees(unit(over(1, plus(1, t))), values);
    agrees(unit(minus(power(t, 2), power(t, over(1, 2)))), values);
  });

  it("on the half line", () => {
    agrees(halfLine(over(power(s, "p"), power(plus(1, s), "B")), "t"), values);
    agrees(halfLine(over(times(5, s), power(plus("a", times("b", s)), 4)), "t"), values);
    agrees(halfLine(over(1, times(root(s), plus(1, times("m", s)))), "t"), values);
    agrees(halfLine(over(plus(1, s), power(plus(1, times(2, s)), "B")), "t"), values);
    agrees(halfLine(over(power(s, "a"), exponential(times(3, s))), "t"), values);
    agrees(halfLine(times(exponential(minus(1, s)), exponential(negative(s)), power(s, 2)), "t"), values);
    agrees(halfLine(times(power(s, 3), power(exponential(negative(over(power(s, 2), 2))), 2)), "t"), values);
    agrees(on(times(s, exponential(negative(s))), 0, number(Number.POSITIVE_INFINITY)), values);
  });

  it("asks for nothing that is certain", () => {
    expect(integrate(halfLine(exponential(minus(1, s)), "t"))!.conditions).toEqual([]);
    const mean = sphereMean(times(power(relu("z1"), "alpha"), power(relu("z2"), "alpha")), "B");
    expect(integrate(mean)!.conditions.map(textOf)).toEqual(["alpha > 0", "B in Integers", "B >= 2"]);
    expect(integrate(mean)!.rules.map(({ name }) => name)).toEqual(["sphere and Gauss", "arc-cosine kernel"]);
  });

  it("over angles", () => {
    const turn = (body: Expression) => on(body, 0, pi, "x");
    agrees(turn(times(power(sine(x), "a"), power(cosine(x), 4))), values);
    agrees(turn(times(power(cosine(x), 3), sine(x))), values);
    agrees(turn(power(minus(1, power(cosine(x), 2)), 2)), values);
    agrees(turn(over(power(cosine(x), 2), root(sine(x)))), values);
    const quarter = (body: Expression) => on(body, 0, times(over(1, 2), pi), "x");
    agrees(quarter(root(times(sine(x), cosine(x)))), values);
    agrees(quarter(power(times(2, cosine(x)), "p")), values);
    const wedge = (body: Expression) => on(body, minus("theta", over(pi, 2)), over(pi, 2), "x");
    agrees(wedge(power(times(cosine(x), cosine(minus("theta", x))), "alpha")), values);
    agrees(wedge(times(power(cosine(minus(x, "theta")), 2), 3, cosine(x), cosine(x))), values);
  });

  it("on [-1, 1]", () => {
    const weight = power(minus(1, power(x, 2)), minus("lambda", over(1, 2)));
    agrees(symmetric(times(weight, gegenbauer(3, "lambda", x), power(x, 5))), values);
    agrees(symmetric(times(weight, gegenbauer(3, "lambda", x), gegenbauer(3, "lambda", x))), values);
    agrees(symmetric(times(weight, gegenbauer(3, "lambda", x), gegenbauer(5, "lambda", x))), values);
    agrees(symmetric(times(weight, x, gegenbauer(3, "lambda", x), gegenbauer(4, "lambda", x))), values);
    agrees(symmetric(times(weight, power(x, 2), gegenbauer(2, "lambda", x), gegenbauer(4, "lambda", x))), values);
    agrees(symmetric(times(weight, plus(1, times(2, x)), gegenbauer(1, "lambda", x))), values);
    agrees(symmetric(times(power(minus(1, x), "a"), power(plus(1, x), "b"))), values);
    agrees(symmetric(times(power(minus(1, x), "a"), power(plus(1, x), "a"), power(x, 2))), values);
    agrees(symmetric(times(power(absolute(x), "p"), root(minus(1, times(x, x))))), values);
    agrees(symmetric(gegenbauer(4, over(1, 2), x)), values);
    agrees(symmetric(times(power(x, 4), gegenbauer(2, over(1, 2), x))), values);
  });

  const phi = (z: string) => minus(times("p", power(relu(z), "alpha")), times("q", power(relu(negative(z)), "alpha")));

  it("under two normals", () => {
    agrees(gaussianMean(power(plus(times(2, "z1"), "z2"), 4), "c"), values);
    agrees(gaussianMean(times(phi("z1"), phi("z2")), "c"), values);
    agrees(gaussianMean(power(phi("z1"), 2), "c"), values);
    agrees(gaussianMean(times(power(phi("z1"), 2), power(phi("z2"), 2)), "c"), values);
    agrees(gaussianMean(times(absolute("z1"), absolute("z2")), "c"), values);
    agrees(gaussianMean(power(absolute(times("z1", "z2")), "p"), "c"), values);
    agrees(gaussianMean(times(step("z1"), step("z2")), "c"), values);
    agrees(gaussianMean(times(call("Sign", symbol("z1")), call("Sign", symbol("z2"))), "c"), values);
    agrees(gaussianMean(times(relu("z1"), "z2"), "c"), values);
    agrees(gaussianMean(times(power(relu("z1"), 2), "z2", absolute("z2")), "c"), values);
    agrees(gaussianMean(plus(1, relu("z1"), power("z2", 2)), "c"), values);
    agrees(gaussianMean(times(power(relu("z1"), "alpha"), power("z2", 2)), 0), values);
    const swapped = call("GaussianMean", times(power("z2", 3), "z1"), symbol("z2"), symbol("z1"), symbol("c"));
    agrees(swapped, values);
    agrees(call("GaussianMean", times(power("u", 2), "v", "v"), symbol("u"), symbol("v"), symbol("c")), values);
  });

  it("over two samples of a batch", () => {
    agrees(sphereMean(power(minus("z1", "z2"), 2), "B"), values);
    agrees(sphereMean(times(phi("z1"), phi("z2")), "B"), values);
    agrees(sphereMean(power(phi("z1"), 2), "B"), values);
    agrees(sphereMean(times(power("z1", 2), relu("z1")), "B"), values);
    agrees(sphereMean(times(relu("z1"), relu("z2")), 5), values);
    agrees(sphereMean(plus(times("z1", "z2"), relu("z2"), 3), plus("B", 1)), values);
  });
});

describe("near misses", () => {
  const isNull = (expression: Expression) => expect(integrate(expression), text(expression)).toBeNull();

  it("are not answered", () => {
    isNull(unit(times(t, exponential(t))));
    isNull(unit(power(t, t)));
    isNull(unit(over(1, t)));
    isNull(unit(over(1, minus(1, times(2, t)))));
    isNull(unit(over(1, minus(1, t))));
    isNull(unit(root(minus(t, over(1, 2)))));
    isNull(unit(over(1, times(plus(1, t), plus(2, t)))));
    isNull(on(t, 0, 2));
    isNull(on(t, 0, symbol("t")));
    isNull(on(times(t, t), -1, infinity));
    isNull(halfLine(over(1, plus(1, s)), "t"));
    isNull(halfLine(over(s, power(minus(1, s), 4)), "t"));
    isNull(halfLine(exponential(s), "t"));
    isNull(halfLine(exponential(negative(plus(s, power(s, 2)))), "t"));
    isNull(halfLine(times(exponential(negative(s)), power(plus(1, s), "a")), "t"));
    isNull(halfLine(power(s, "a"), "t"));
    isNull(on(power(cosine(x), "p"), 0, pi, "x"));
    isNull(on(over(1, cosine(x)), 0, pi, "x"));
    isNull(on(root(power(cosine(x), 2)), 0, pi, "x"));
    isNull(on(sine(times(2, x)), 0, pi, "x"));
    isNull(on(cosine(x), minus("theta", over(pi, 2)), over(pi, 3), "x"));
    isNull(symmetric(times(gegenbauer(2, "lambda", x), power(minus(1, power(x, 2)), "lambda"))));
    isNull(symmetric(times(gegenbauer(2, 1, x), gegenbauer(2, 2, x), root(minus(1, power(x, 2))))));
    isNull(symmetric(times(gegenbauer("j", 1, x), gegenbauer("k", 1, x), root(minus(1, power(x, 2))))));
    isNull(symmetric(over(1, power(x, 2))));
    // defined on half of the range only
    isNull(symmetric(times(root(x), root(x))));
    isNull(symmetric(times(root(x), root(plus(x, x)))));
    isNull(on(times(root(cosine(x)), root(cosine(negative(x)))), 0, pi, "x"));
    isNull(gaussianMean(times(relu("z1"), power(relu("z1"), over(-1, 2))), "c"));
    isNull(symmetric(times(power(x, "p"), root(minus(1, power(x, 2))))));
  });

  it("of means are not answered", () => {
    isNull(gaussianMean(call("Tanh", symbol("z1")), "c"));
    isNull(gaussianMean(relu(plus("z1", 1)), "c"));
    isNull(gaussianMean(relu(plus("z1", "z2")), "c"));
    isNull(gaussianMean(over(1, "z1"), "c"));
    isNull(gaussianMean(power("z1", "p"), "c"));
    isNull(gaussianMean(over(relu("z1"), relu("z2")), "c"));
    isNull(gaussianMean(power(relu("z1"), -1), "c"));
    isNull(gaussianMean(times(power(relu("z1"), 2), relu("z2")), "c"));
    isNull(gaussianMean(power(absolute("z1"), -1), "c"));
    isNull(gaussianMean("z1", 2));
    isNull(sphereMean(power("z1", 2), 1));
    isNull(sphereMean(power("z1", 2), over(7, 2)));
    isNull(sphereMean(times(power("z1", 2), call("Cos", symbol("z2"))), "B"));
    isNull(call("GaussianMean", times("u", "z1"), symbol("u"), symbol("v"), symbol("c")));
    isNull(call("GaussianMean", symbol("u"), symbol("u"), symbol("u"), symbol("c")));
    isNull(call("Sum", t, t, number(0), number(1)));
    isNull(t);
  });
});
