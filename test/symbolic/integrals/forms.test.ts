import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minus, negative, over, pi, plus, power, times } from "../../../src/symbolic/build.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import {
  call,
  type Expression,
  equal,
  fold,
  integer,
  isCall,
  number,
  symbol,
} from "../../../src/symbolic/expression.js";
import { text } from "../../../src/symbolic/format/text.js";
import { decide, rationalOf, sameValue } from "../../../src/symbolic/integrals/decide.js";
import { infinity } from "../../../src/symbolic/integrals/formula.js";
import { freeSymbols, substituteAll } from "../../../src/symbolic/integrals/freeSymbols.js";
import { keyOf } from "../../../src/symbolic/integrals/keyOf.js";
import { tidy } from "../../../src/symbolic/integrals/linearForm.js";
import { strongest } from "../../../src/symbolic/integrals/strongest.js";
import { compare, element, type Relation, relations } from "../../../src/symbolic/proposition.js";
import { rational, toNumber } from "../../../src/symbolic/rational.js";

const names = ["a", "b", "c"];
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(...names).map((name) => symbol(name)),
  fc.integer({ min: -4, max: 4 }).map((n) => integer(n)),
  fc.integer({ min: -8, max: 8 }).map((n) => number(n / 10)),
  fc.constant<Expression>(pi),
);
const trees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    leaf,
    fc
      .tuple(
        fc.constantFrom("Add", "Subtract", "Multiply", "Divide", "Max") as fc.Arbitrary<"Add">,
        tie("tree"),
        tie("tree"),
      )
      .map(([head, x, y]) => call(head, x, y)),
    fc
      .tuple(fc.constantFrom("Negate", "Abs", "Sin", "Step") as fc.Arbitrary<"Abs">, tie("tree"))
      .map(([head, x]) => call(head, x)),
    fc.tuple(tie("tree"), fc.integer({ min: -2, max: 3 })).map(([x, n]) => power(x, n)),
  ),
})).tree;
const real = fc.double({ min: -3, max: 3, noNaN: true }).filter((x) => Math.abs(x) > 1e-3);
const point = fc.record({ a: real, b: real, c: real });

/** Trees whose value a tiny change of the point moves far, or with infinite parts: 1/-0 is not 1/0 in doubles. */
function isBrittle(tree: Expression, at: Readonly<Record<string, number>>): boolean {
  const moved = (h: number) => evaluate(tree, { a: at.a * (1 + h), b: at.b * (1 - h), c: at.c * (1 + 2 * h) });
  const finite = fold<boolean>(tree, (node, args) => args.every(Boolean) && Number.isFinite(evaluate(node, at)));
  // the rounding of a large angle moves its sine by more than what is compared
  const wide = fold<boolean>(
    tree,
    (node, args) =>
      args.some(Boolean) ||
      (isCall(node) && ["Sin", "Cos", "Tan"].includes(node.head) && Math.abs(evaluate(node.args[0]!, at)) > 1000),
  );
  return wide || !finite || !(Math.abs(moved(1e-12) - moved(-1e-12)) <= 1e-9 * Math.abs(evaluate(tree, at)));
}

describe("tidy", () => {
  it("keeps the value", () => {
    fc.assert(
      fc.property(trees, point, (tree, at) => {
        if (isBrittle(tree, at)) return;
        const [plain, tidied] = [evaluate(tree, at), evaluate(tidy(tree), at)];
        expect(Math.abs(plain - tidied), text(tree)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(plain), 1e-3));
      }),
      { numRuns: 3000 },
    );
  });

  it("does nothing more the second time", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const once = tidy(tree);
        expect(keyOf(tidy(once)), text(tree)).toBe(keyOf(once));
      }),
      { numRuns: 2000 },
    );
  });

  it("collects, reduces and puts a positive term first", () => {
    const [a, b] = [symbol("a"), symbol("b")];
    const shown = (expression: Expression) => text(tidy(expression));
    expect(shown(minus(plus("a", 1), 1))).toBe("a");
    expect(shown(plus(negative(a), 1))).toBe("1 - a");
    expect(shown(over(plus(minus("B", 1), times(2, a)), 2))).toBe("(B + 2*a - 1)/2");
    expect(shown(minus(times(a, b), times(b, a)))).toBe("0");
    expect(shown(times(over(1, a), b, over(2, 3)))).toBe("2*(b/a)/3");
    expect(shown(power(number(0.5), -2))).toBe("4");
    expect(shown(call("Pochhammer", over(1, 2), integer(3)))).toBe("15/8");
    expect(shown(over(1, 0))).toBe("1/0");
  });

  it("does not cancel infinities or orders of magnitude", () => {
    expect(sameValue(minus(infinity, infinity), integer(0))).toBe(false);
    expect(rationalOf(minus(infinity, infinity))).toBeNull();
    expect(rationalOf(minus(plus(infinity, 1), plus(infinity, 1)))).toBeNull();
    expect(rationalOf(minus(call("BigO", symbol("a")), call("BigO", symbol("a"))))).toBeNull();
  });
});

describe("keys", () => {
  it("ignore the order of factors and summands, and nothing else", () => {
    const [a, b, c] = names.map((name) => symbol(name));
    expect(keyOf(times(a, b, c))).toBe(keyOf(times(c, times(b, a))));
    expect(keyOf(plus(a, plus(b, c)))).toBe(keyOf(plus(c, b, a)));
    expect(keyOf(minus(a, b))).not.toBe(keyOf(minus(b, a)));
    expect(keyOf(times(a, plus(b, c)))).not.toBe(keyOf(plus(a, times(b, c))));
    expect(keyOf(integer(1))).not.toBe(keyOf(number(1)));
    fc.assert(
      fc.property(trees, trees, (x, y) => {
        if (keyOf(x) === keyOf(y)) return;
        expect(equal(x, y)).toBe(false);
      }),
    );
  });
});

describe("decide", () => {
  const fraction = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 12 }));
  const holds: Readonly<Record<Relation, (x: number, y: number) => boolean>> = {
    Equal: (x, y) => x === y,
    NotEqual: (x, y) => x !== y,
    Less: (x, y) => x < y,
    LessEqual: (x, y) => x <= y,
    Greater: (x, y) => x > y,
    GreaterEqual: (x, y) => x >= y,
  };

  it("compares p + q pi + a with r + s pi + a as real numbers do", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, fraction, fc.constantFrom(...relations), (p, q, r, s, relation) => {
        const side = (x: readonly [number, number], y: readonly [number, number]) =>
          plus(over(...x), times(pi, over(...y)), "a");
        const value = (x: readonly [number, number], y: readonly [number, number]) =>
          toNumber(rational(...x)) + Math.PI * toNumber(rational(...y));
        const [left, right] = [value(p, q), value(r, s)];
        // The nearest unequal pair with these denominators is 1e-5 apart.
        const same = Math.abs(left - right) < 1e-9;
        const expected = same ? holds[relation](0, 0) : holds[relation](left, right);
        expect(decide(compare(relation, side(p, q), side(r, s)))).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("does not guess", () => {
    expect(decide(compare("Greater", symbol("a"), integer(0)))).toBeNull();
    expect(decide(compare("Greater", power("a", 2), integer(-1)))).toBeNull();
    expect(decide(compare("Less", integer(1), infinity))).toBeNull();
    expect(decide(compare("Equal", call("Sqrt", integer(2)), number(Math.SQRT2)))).toBeNull();
    expect(decide(element(over(4, 2), "Integers"))).toBe(true);
    expect(decide(element(over(1, 2), "Integers"))).toBe(false);
    expect(decide(element(symbol("a"), "Integers"))).toBeNull();
    expect(decide(element(over(1, 2), "Rationals"))).toBe(true);
    expect(decide(element(pi, "Integers"))).toBeNull();
    // 355/113 is above pi by 3e-7, and a fraction of 60 digits is told from it too.
    expect(decide(compare("Greater", over(355, 113), pi))).toBe(true);
    const close = over(314159265358979323846264338327950288419716939937510n, 10n ** 50n);
    expect(decide(compare("Less", close, pi))).toBe(true);
  });
});

describe("substituteAll", () => {
  it("is the substitution of values, bound symbols aside", () => {
    fc.assert(
      fc.property(trees, trees, trees, point, (tree, forA, forB, at) => {
        const replaced = substituteAll(
          tree,
          new Map([
            ["a", forA],
            ["b", forB],
          ]),
        );
        const inner = { a: evaluate(forA, at), b: evaluate(forB, at), c: at.c };
        expect(Object.is(evaluate(replaced, at), evaluate(tree, inner)), text(tree)).toBe(true);
      }),
    );
  });

  it("leaves bound symbols alone, renames them where they would capture, and says what is free", () => {
    const k = symbol("k");
    const tree = plus(call("Sum", times(k, "a"), k, integer(1), symbol("k")), "b");
    expect([...freeSymbols(tree)]).toEqual(["a", "k", "b"]);
    expect(text(substituteAll(tree, new Map([["k", integer(3)]])))).toBe("sum(k*a, k, 1, 3) + b");
    const renamed = substituteAll(tree, new Map([["a", plus("k", "k'")]]));
    expect([...freeSymbols(renamed)].sort()).toEqual(["b", "k", "k'"]);
    expect(text(renamed)).toBe("sum(k''*(k + k'), k'', 1, k) + b");
    expect(substituteAll(tree, new Map([["z", integer(1)]]))).toBe(tree);
  });
});

describe("strongest", () => {
  it("keeps of each linear form its highest lower bound", () => {
    const [a, b] = [symbol("a"), symbol("b")];
    const kept = strongest([
      compare("Greater", a, integer(-1)),
      compare("Greater", a, integer(0)),
      compare("GreaterEqual", a, integer(0)),
      compare("Less", over(-1, 2), a),
      compare("Greater", times(2, a), integer(-5)),
      compare("Less", a, integer(7)),
      compare("Less", b, a),
      element(a, "Integers"),
      element(a, "Integers"),
      compare("NotEqual", a, b),
    ]);
    expect(kept).toEqual([
      compare("Greater", a, integer(0)),
      compare("Less", a, integer(7)),
      compare("Less", b, a),
      element(a, "Integers"),
      compare("NotEqual", a, b),
    ]);
  });

  it("never loses a restriction", () => {
    const condition = fc
      .tuple(
        fc.constantFrom<Relation>("Greater", "GreaterEqual", "Less", "LessEqual"),
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -3, max: 3 }),
      )
      .map(([relation, p, q, r]) => compare(relation, plus(times(p, "a"), times(q, "b")), integer(r)));
    fc.assert(
      fc.property(
        fc.array(condition, { maxLength: 6 }),
        fc.integer({ min: -4, max: 4 }),
        fc.integer({ min: -4, max: 4 }),
        (list, a, b) => {
          const all = (given: typeof list) =>
            given.every(
              ({ relation, left, right }) => evaluate(call(relation, left, right), { a: a / 2, b: b / 2 }) === 1,
            );
          expect(all(strongest(list) as typeof list)).toBe(all(list));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
