import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { assertProgram } from "../src/simulation/elementwise/assertProgram.js";
import { interpret } from "../src/simulation/elementwise/interpret.js";
import type { Elementwise, Program } from "../src/simulation/elementwise/program.js";
import type { Activation } from "../src/symbolic/activation/activation.js";
import { activation } from "../src/symbolic/activation/create.js";
import { precompose } from "../src/symbolic/activation/precompose.js";
import { presetNames } from "../src/symbolic/activation/presets.js";
import { elementwiseOf } from "../src/symbolic/activation/program.js";
import { activationTexts } from "../src/verification/arbitraries/activationTexts.js";
import { type Compiled, compileElementwise } from "./simulation/elementwise/compiled.js";

/** The symbolic side knows nothing of the simulator; this assignment is where the two shapes meet. */
const elementwise = (phi: Activation): Elementwise => elementwiseOf(phi);

const names = presetNames.map((name) => (name === "relu_power" ? "relu_power(1.5)" : name));
const handmade = [
  "x > 0 and x < 1 or not (x < 3) ? x : -x",
  "x != 1 ? log2(1 + x^2) : log10(2)",
  "sech(x) + x^4 - x^-2*(x >= 1) + (1 + x^2)^x^0",
  "sin(x)/x",
  "(1 - cos(x))/x^2",
  "(exp(x) - 1)/x",
  "x/abs(x)",
  "sqrt(relu(x)) + cbrt(x)",
  "sqrt(abs(x))*sign(x)",
  "asin(tanh(x)) + acos(x/(1 + abs(x))) + atan(x) + asinh(x) + acosh(1 + x^2) + atanh(tanh(x)/2)",
  "sinh(x)/cosh(x) + tan(tanh(x)) + expm1(-abs(x)) + log1p(x^2) + log(1 + x^2)",
  "x <= 0 ? 0 : exp(-1/x)",
  "abs(x)^0.7 + abs(x)^2.5 + 2^tanh(x)",
  "erfc(x) + softplus(-x) + step(x) + min(x, 2, sin(x))",
  "3",
];
const places = [0, -0, 1, -1, 1e-9, -1e-9, 0.5, 2, 3, 6, -6, 40, 1e3, -1e3, 1e8, -1e8, 1e154];
const points = fc.oneof(
  fc.double({ min: -6, max: 6, noNaN: true }),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.constantFrom(...places),
);

/** A few ulp of the value itself: the interpreter does the closure's arithmetic, powers and Log2, Log10 aside. */
const near = (value: number, expected: number, relative = 2e-15) =>
  value === expected || Math.abs(value - expected) <= relative * Math.abs(expected);

function compareWithClosures(phi: Activation, at: readonly number[], relative?: number): void {
  const program = elementwise(phi).program!;
  const { value, derivative } = interpret(program);
  const kinks = phi.facts.breakpoints.map((breakpoint) => breakpoint.at);
  for (const x of [...at, ...kinks]) {
    for (const [ours, theirs] of [
      [value(x), phi.value(x)],
      [derivative(x), phi.derivative(x)],
    ] as const) {
      if (Number.isFinite(theirs))
        expect(near(ours, theirs, relative), `${phi.text} at ${x}: ${ours}, ${theirs}`).toBe(true);
    }
  }
}

describe("programs of activations", () => {
  it.each([...names, ...handmade])("%s: values and slopes are the activation's to a few ulp", (text) => {
    compareWithClosures(activation(text), [...places, ...Array.from({ length: 200 }, (_, k) => 5 * Math.sin(k))]);
  });

  it("random activations have the activation's values and slopes to a few ulp", () => {
    fc.assert(
      fc.property(activationTexts, fc.array(points, { minLength: 5, maxLength: 20 }), (text, at) => {
        compareWithClosures(activation(text), at);
      }),
      { numRuns: 150 },
    );
  });

  it("phi(scale x + shift) has a program too", () => {
    for (const text of ["gelu", "sin(x)/x", "hardtanh"]) {
      // its slope is made from the tree of the composition: rounded elsewhere, and sin(u)/u cancels tenfold at u = -0.3
      compareWithClosures(precompose(activation(text), 1.7, -0.3), [0, 1, -2.5, 0.3 / 1.7], 4e-14);
    }
  });

  it("are null for plain functions, which keep their closures", () => {
    const phi = elementwise(activation(Math.tanh));
    expect([phi.program, phi.value(1), phi.text]).toEqual([null, Math.tanh(1), "tanh"]);
  });

  it("are frozen data that JSON keeps and the simulator accepts", () => {
    for (const text of [...names, ...handmade]) {
      const { program } = elementwise(activation(text));
      const copy: unknown = JSON.parse(JSON.stringify(program));
      assertProgram(copy);
      expect(copy).toEqual(program);
      expect(Object.isFrozen(program) && program!.instructions.every(Object.isFrozen)).toBe(true);
    }
  });

  it("share what phi and phi' have in common", () => {
    const operationsOf = (text: string) => elementwise(activation(text)).program!.instructions.map((i) => i.operation);
    const count = (text: string, operation: string) => operationsOf(text).filter((own) => own === operation).length;
    expect(count("silu", "sigmoid")).toBe(2);
    expect(count("exp(x) + exp(x)^2", "exp")).toBe(1);
    expect([count("sin(x^2)*cos(x^2)", "sin"), count("sin(x^2)*cos(x^2)", "cos")]).toEqual([1, 1]);
  });

  it("stay far below the simulator's limit for the longest texts that are read", () => {
    const wrap = (text: string, times: number) => `${`${text}(`.repeat(times)}x${")".repeat(times)}`;
    const sum = Array.from({ length: 60 }, (_, k) => `tan(${k}*x)/9`)
      .join("+")
      .replaceAll("tan", "erf");
    for (const text of [
      sum.slice(0, sum.lastIndexOf("+", 499)),
      wrap("mish", 40),
      wrap("gelu_tanh", 40),
      wrap("elu", 40),
    ]) {
      const program = elementwise(activation(text)).program!;
      expect(program.instructions.length).toBeGreaterThan(100);
      expect(program.instructions.length).toBeLessThan(2000);
    }
  });
});

describe("programs of activations in WebAssembly", () => {
  let compiled: Compiled;
  beforeAll(async () => {
    compiled = await compileElementwise();
  });

  /** Rounding of every function feeds the sums after it: the bound is relative to the largest intermediate result. */
  function bound(program: Program, x: number): number {
    let greatest = 0;
    for (let register = 1; register <= program.instructions.length; register++) {
      const size = Math.abs(interpret({ ...program, value: register }).value(x));
      if (Number.isFinite(size) && size > greatest) greatest = size;
    }
    return 1e-14 * greatest;
  }

  function compareWithInterpreter(text: string, at: readonly number[]): void {
    const program = elementwise(activation(text)).program!;
    const { value, derivative } = interpret(program);
    for (const [output, exact] of [
      ["value", value],
      ["derivative", derivative],
    ] as const) {
      const values = compiled.run(program, output, Float64Array.from(at));
      for (const [i, x] of at.entries()) {
        const expected = exact(x);
        if (!Number.isFinite(expected) || near(values[i]!, expected)) continue;
        expect(Math.abs(values[i]! - expected), `${text}, ${output} at ${x}`).toBeLessThanOrEqual(bound(program, x));
      }
    }
  }

  const ordinary = Array.from({ length: 101 }, (_, k) => (k - 50) / 9.1);
  it.each([...names, ...handmade])("%s", (text) => compareWithInterpreter(text, [...places.slice(0, 12), ...ordinary]));

  it("random activations", () => {
    const list = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 5, maxLength: 20 });
    fc.assert(
      fc.property(activationTexts, list, (text, at) => compareWithInterpreter(text, at)),
      { numRuns: 100 },
    );
  });
});
