import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { interpret } from "../../../src/simulation/elementwise/interpret.js";
import { type Operation, operations } from "../../../src/simulation/elementwise/program.js";
import { type Compiled, compileElementwise, single } from "./compiled.js";

type Rows = readonly (readonly [x: number, value: number, lost: number])[];
const path = resolve(import.meta.dirname, "../../reference/elementwise.json");
const reference: { functions: Record<string, Rows>; powers: Record<string, Rows> } = JSON.parse(
  readFileSync(path, "utf8"),
);

let compiled: Compiled;
beforeAll(async () => {
  compiled = await compileElementwise();
});

const bits = new DataView(new ArrayBuffer(8));

/** Distance of |x| to the next double above. */
function ulp(x: number): number {
  bits.setFloat64(0, Math.abs(x));
  const size = bits.getBigInt64(0);
  bits.setBigInt64(0, size + 1n);
  return bits.getFloat64(0) - Math.abs(x);
}

/** Worst error over the rows in units of the last place of the exact value. */
function worst(rows: Rows, values: Float64Array): number {
  return Math.max(...rows.map(([, value, lost], i) => Math.abs(values[i]! - value - lost) / ulp(value)));
}

const unary = Object.keys(operations).filter((name) => operations[name as Operation] === 1) as Operation[];
const pointsOf = (rows: Rows) => Float64Array.from(rows, ([x]) => x);

const edges = [
  ...[
    0,
    Number.POSITIVE_INFINITY,
    5e-324,
    1e-310,
    2.3e-308,
    1e-300,
    1e-20,
    1e-8,
    0.3,
    0.5,
    1,
    1 + 2 ** -52,
    2,
    5.99,
    6,
  ],
  ...[20, 22, 26.5, 27.2, 27.3, 37, 707, 708, 709.78, 709.79, 710.4, 710.5, 745.1, 745.2, 1e5, 1e6, 1e10, 1e22],
  ...[1e155, 1e300, Number.MAX_VALUE, Math.PI, Math.PI / 2, 100 * Math.PI, 1 - 2 ** -53],
].flatMap((x) => [x, -x]);

/** The same number, or two that rounding of a few ulp explains. NaN, infinities and signs of zero must agree. */
function near(value: number, expected: number): boolean {
  if (Object.is(value, expected)) return true;
  if (!Number.isFinite(expected) || (expected === 0 && value === 0)) return false;
  return Math.abs(value - expected) <= 2e-15 * Math.abs(expected) + 5e-324;
}

describe("functions in WebAssembly", () => {
  it("take 26 kB at most, so that the whole module stays below 40 kB", () => {
    expect(compiled.size).toBeLessThan(26_000);
  });

  // 4 ulp everywhere: exp 0.9, log 0.8, sin and cos 0.8, tanh 2.4, sigmoid 1.9, erf 3.1, softplus 2.1 were measured.
  it.each(Object.keys(reference.functions))("%s is within 4 ulp of 400-digit values", (name) => {
    const rows = reference.functions[name]!;
    const values = compiled.run(single(name as Operation), "value", pointsOf(rows));
    expect(rows.length).toBeGreaterThan(80);
    expect(worst(rows, values)).toBeLessThanOrEqual(4);
  });

  it.each(Object.keys(reference.powers))("x^%s is within 4 ulp of 400-digit values", (exponent) => {
    const rows = reference.powers[exponent]!;
    const values = compiled.run(single("power", Number(exponent)), "value", pointsOf(rows));
    expect(worst(rows, values)).toBeLessThanOrEqual(4);
  });

  it.each(unary)("%s has the edge values of Math, signs of zero included", (name) => {
    const { value } = interpret(single(name));
    const values = compiled.run(single(name), "value", Float64Array.from([...edges, Number.NaN]));
    const wrong = [...edges, Number.NaN].flatMap((x, i) =>
      near(values[i]!, value(x)) ? [] : [[x, values[i], value(x)]],
    );
    expect(wrong).toEqual([]);
  });

  it("erf and erfc of the two libraries agree", () => {
    const points = Float64Array.from({ length: 1001 }, (_, k) => (k - 500) / 77);
    const [first, second] = (["erf", "erfc"] as const).map((name) => compiled.run(single(name), "value", points));
    expect(points.every((x, i) => near(first![i]!, erf(x)) && near(second![i]!, erfc(x)))).toBe(true);
  });

  it.each([1.7, -1.7, 333.3, -1074.25, 1e9 + 0.25, 1e20, -1e20, 1e300, 5e-324, 65, -65, 101])(
    "x^%d has the edge values of Math",
    (exponent) => {
      const points = [...edges, Number.NaN];
      const values = compiled.run(single("power", exponent), "value", Float64Array.from(points));
      const wrong = points.flatMap((x, i) => (near(values[i]!, x ** exponent) ? [] : [[x, values[i], x ** exponent]]));
      expect(wrong).toEqual([]);
    },
  );

  it("whole and half powers up to 64 are within 1e-14", () => {
    const points = Float64Array.from({ length: 64 }, (_, k) => 0.05 + k / 11);
    for (const exponent of [0, 0.5, 1, 1.5, 2, 3, 4, 7, 11.5, 31, 63.5, 64, -0.5, -1, -2, -7.5, -33]) {
      const values = compiled.run(single("power", exponent), "value", points);
      for (const [i, x] of points.entries()) {
        expect(Math.abs(values[i]! / x ** exponent - 1), `${x}^${exponent}`).toBeLessThan(1e-14);
      }
    }
  });

  it("two-argument operations and select do what the interpreter does, in every place of a constant", () => {
    const special = fc.constantFrom(0, -0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    const any = fc.oneof(fc.double({ min: -50, max: 50, noNaN: true }), special);
    const finite = fc.double({ min: -50, max: 50, noNaN: true });
    const names = (Object.keys(operations) as Operation[]).filter((name) => operations[name] >= 2 && name !== "power");
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        finite,
        finite,
        fc.array(any, { minLength: 1, maxLength: 9 }),
        (name, a, b, xs) => {
          const count = operations[name];
          const constants = [a, b].map((value) => ({ operation: "constant" as const, from: [], value }));
          for (let spot = 0; spot < count; spot++) {
            const from = [1, 2, 1].slice(0, count);
            from[spot] = 0;
            const program = { instructions: [...constants, { operation: name, from }], value: 3, derivative: 3 };
            const { value } = interpret(program);
            const values = compiled.run(program, "value", Float64Array.from(xs));
            for (const [i, x] of xs.entries()) expect(values[i]).toBe(value(x));
          }
        },
      ),
    );
  });

  it("every lane is computed by itself: other numbers in the block and its length change no bit", () => {
    const rows = ["exp", "sin", "log", "erfc", "softplus", "cosh", "sinh", "log1p", "tan"] as const;
    for (const name of rows) {
      const points = Float64Array.from([...edges, 0.7, -0.7]);
      const alone = points.map((x) => compiled.run(single(name), "value", Float64Array.of(x, x), 2)[0]!);
      for (const length of [2, 4, 64]) {
        const together = compiled.run(single(name), "value", points, length);
        const same = alone.every((value, i) => Object.is(value, together[i]));
        expect(same, `${name} in blocks of ${length}`).toBe(true);
      }
    }
  });
});
