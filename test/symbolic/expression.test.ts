import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/symbolic/activation/parse.js";
import { compile } from "../../src/symbolic/compile.js";
import { differentiate } from "../../src/symbolic/differentiate.js";
import { evaluate } from "../../src/symbolic/evaluate.js";
import {
  call,
  contains,
  depth,
  equal,
  type HeadName,
  headNames,
  integer,
  number,
  substitute,
  symbol,
} from "../../src/symbolic/expression.js";
import { text as print } from "../../src/symbolic/format/text.js";
import { heads } from "../../src/symbolic/heads.js";
import { simplify } from "../../src/symbolic/simplify.js";
import { anyTree, ordinary, smoothTree } from "./generate.js";

const x = symbol("x");
const points = ordinary(-6, 6);

/** Both infinite or NaN alike, or within `relative` of the larger magnitude plus `absolute`. */
function close(a: number, b: number, relative: number, absolute = 0): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return !Number.isFinite(a) && !Number.isFinite(b);
  return Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b)) + absolute;
}

describe("expressions", () => {
  it("are frozen and never simplified by their constructors", () => {
    const quotient = call("Divide", x, x);
    expect(quotient.args).toHaveLength(2);
    expect(Object.isFrozen(quotient) && Object.isFrozen(quotient.args) && Object.isFrozen(number(2))).toBe(true);
  });

  it("compare, substitute and measure structurally", () => {
    const tree = call("Add", call("Tanh", x), number(1));
    expect(equal(tree, call("Add", call("Tanh", symbol("x")), number(1)))).toBe(true);
    expect(equal(tree, call("Add", number(1), call("Tanh", x)))).toBe(false);
    expect(equal(number(0), number(-0))).toBe(false);
    expect(depth(tree)).toBe(3);
    expect(print(substitute(tree, "x", call("Multiply", number(2), x)))).toBe("tanh(2*x) + 1");
    expect(substitute(tree, "y", number(1))).toBe(tree);
    expect([contains(tree, "x"), contains(tree, "y")]).toEqual([true, false]);
  });

  it("have a head table entry for every head, and none besides", () => {
    expect(Object.keys(heads).sort()).toEqual([...headNames].sort());
  });
});

describe("compile", () => {
  it("equals the tree-walking evaluator", () => {
    // Whole powers are products in compiled code: 2 ulp for each of at most a few dozen of them; kinks make no difference.
    fc.assert(
      fc.property(anyTree, points, (tree, at) => {
        const [walked, compiled] = [evaluate(tree, { x: at }), compile(tree)(at)];
        return close(walked, compiled, 1e-9, 1e-9) || isNearJump(tree, at);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives Math.tanh itself for tanh(x)", () => {
    expect(compile(call("Tanh", x))).toBe(Math.tanh);
  });

  it("evaluates one branch of a conditional only, and compiles shared subtrees once", () => {
    let tree: ReturnType<typeof call> = call("Add", x, x);
    for (let k = 0; k < 200; k++) tree = call("Negate", tree);
    expect(compile(tree)(1)).toBe(2);
    const guarded = call("Conditional", call("Greater", x, number(0)), call("Log", x), number(7));
    expect(compile(guarded)(-1)).toBe(7);
  });
});

/** Rounding may take the other branch beside a jump. */
function isNearJump(tree: Parameters<typeof compile>[0], at: number): boolean {
  const f = compile(tree);
  return Math.abs(f(at + 1e-9) - f(at - 1e-9)) > 1e-6;
}

describe("simplify", () => {
  it("keeps the value", () => {
    fc.assert(
      fc.property(anyTree, points, (tree, at) => {
        const [before, after] = [compile(tree)(at), compile(simplify(tree))(at)];
        return close(before, after, 1e-9, 1e-9) || isNearJump(tree, at);
      }),
      { numRuns: 2000 },
    );
  });

  it("rewrites 1 + e^x forms so that they keep their tails", () => {
    const value = (text: string) => compile(simplify(parse(text).expression));
    expect(value("x/(1+exp(-x))")(-800)).toBeCloseTo(0, 300);
    expect(value("log(1+exp(x))")(800)).toBe(800);
    expect(value("exp(x)/(1+exp(x))")(800)).toBe(1);
    expect(close(value("log(1+exp(x))")(-50), Math.exp(-50), 1e-15)).toBe(true);
  });
});

/** Where each unary head is smooth, away from its ends. */
const domains: Partial<Record<HeadName, [number, number]>> = {
  Log: [0.1, 9], Log1p: [-0.9, 9], Log2: [0.1, 9], Log10: [0.1, 9], Sqrt: [0.1, 9], Cbrt: [0.1, 9], Tan: [-1.4, 1.4],
  Asin: [-0.9, 0.9], Acos: [-0.9, 0.9], Atanh: [-0.9, 0.9], Acosh: [1.1, 9],
}; // biome-ignore format: a table

/** Eighth-order central differences: truncation about h^8 and rounding about eps/h, both below 1e-11 for h = 1/64. */
function difference(f: (x: number) => number, at: number, h = 1 / 64): number {
  return [4 / 5, -1 / 5, 4 / 105, -1 / 280].reduce(
    (sum, c, k) => sum + (c * (f(at + (k + 1) * h) - f(at - (k + 1) * h))) / h,
    0,
  );
}

describe("differentiate", () => {
  const smooth = headNames.filter((head) => heads[head].slope !== null);
  it.each(smooth)("agrees with differences for %s", (head) => {
    const [low, high] = domains[head] ?? [-3, 3];
    const slope = compile(differentiate(call(head, x)));
    const plain = compile(simplify(differentiate(call(head, x))));
    for (let k = 1; k < 40; k++) {
      const at = low + ((high - low) * k) / 40;
      // Near the ends of a domain the eighth derivative is large: the step shrinks with the distance to them.
      const room = domains[head] ? Math.min(at - low + 0.1, high - at + 0.1) : 1;
      const expected = difference(heads[head].evaluate, at, Math.min(1 / 64, room / 32));
      expect(close(slope(at), expected, 1e-8, 1e-9), `${head} at ${at}: ${slope(at)} ${expected}`).toBe(true);
      expect(close(slope(at), plain(at), 1e-13)).toBe(true);
    }
  });

  it("agrees with differences for smooth trees", () => {
    fc.assert(
      fc.property(smoothTree, fc.double({ min: -2, max: 2, noNaN: true }), (tree, at) => {
        const f = compile(tree);
        const [fine, coarse] = [difference(f, at, 1 / 256), difference(f, at, 1 / 128)];
        // Only where two steps agree do differences say anything (powers of powers vary on scales below the step).
        fc.pre(close(fine, coarse, 1e-7, 1e-7) && Math.abs(fine) < 1e6);
        return close(compile(simplify(differentiate(tree)))(at), fine, 1e-6, 1e-6);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["x^3", 2, 12],
    ["2^x", 1, 2 * Math.LN2],
    ["abs(x)^x", 2, 4 * (Math.LN2 + 1)],
    ["relu(x)^1.5", -1, 0],
    ["relu(x)^0.5", -1, 0],
    ["sqrt(relu(x))", -1, 0],
    ["sign(x)*x", -2, -1],
    ["max(x, 2*x)", 3, 2],
    ["min(x, 2*x)", 3, 1],
    ["x > 1 ? x^2 : 3", 2, 4],
    ["step(x)", 1, 0],
  ])("of %s at %d is %d", (text, at, expected) => {
    expect(compile(simplify(differentiate(parse(text).expression)))(at)).toBeCloseTo(expected, 12);
  });

  it("stays small for long products and deep nests", () => {
    const product = parse(Array.from({ length: 200 }, () => "x").join("*")).expression;
    const started = performance.now();
    const second = compile(simplify(differentiate(simplify(differentiate(simplify(product))))));
    expect(second(1)).toBeCloseTo(200 * 199, 6);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("print", () => {
  it("is read back as the same function", () => {
    fc.assert(
      fc.property(anyTree, points, (tree, at) => {
        const text = print(tree);
        fc.pre(text.length <= 500);
        return close(compile(parse(text).expression)(at), compile(tree)(at), 1e-12, 1e-12) || isNearJump(tree, at);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["-x^2", "(-x)^2", "2^3^x", "(2^x)^3", "x - (x - 1)", "x/(2*x)", "(x + 1)*3", "x > 0 ? x : x > -1 ? -x : 1"])(
    "keeps the parentheses that %s needs",
    (text) => {
      const printed = print(parse(text).expression);
      expect(equal(parse(printed).expression, parse(text).expression)).toBe(true);
    },
  );
});

describe("leaves and arguments of compiled trees", () => {
  it("are all told apart and all passed", () => {
    const line = call("Add", call("Multiply", integer(2), x), integer(5));
    expect(compile(line)(1)).toBe(7);
    const polynomial = call("Gegenbauer", integer(2), number(1.5), x);
    expect(compile(polynomial)(0.3)).toBe(evaluate(polynomial, { x: 0.3 }));
  });
});

describe("binders", () => {
  const k = symbol("k");
  const sum = call("Sum", call("Multiply", k, symbol("n")), k, integer(0), symbol("n"));

  it("hide their symbol from substitution and keep the bounds", () => {
    expect(contains(sum, "k")).toBe(false);
    expect(contains(sum, "n")).toBe(true);
    expect(substitute(sum, "k", integer(7))).toBe(sum);
    const three = integer(3);
    expect(substitute(sum, "n", three)).toEqual(call("Sum", call("Multiply", k, three), k, integer(0), three));
  });

  it("never capture a symbol", () => {
    expect(() => substitute(sum, "n", call("Add", k, integer(1)))).toThrow(RangeError);
    const bounded = call("Sum", k, k, integer(0), symbol("n"));
    expect(substitute(bounded, "n", k)).toEqual(call("Sum", k, k, integer(0), k));
  });
});
