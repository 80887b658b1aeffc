import erf from "@stdlib/math-base-special-erf";
import erfc from "@stdlib/math-base-special-erfc";
import { assertProgram } from "./assertProgram.js";
import type { Instruction, Operation, Program } from "./program.js";

type Evaluate = (a: number, b: number, c: number) => number;

/** What each operation does to numbers: the meaning that every engine must reproduce. A NaN in a comparison gives 0. */
const evaluators: Readonly<Record<Exclude<Operation, "constant">, Evaluate>> = Object.freeze({
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => a ** b,
  negate: (a) => -a,
  absolute: (a) => Math.abs(a),
  sign: (a) => Math.sign(a),
  step: (a) => (a > 0 ? 1 : a < 0 ? 0 : a === 0 ? 0.5 : Number.NaN),
  squareRoot: (a) => Math.sqrt(a),
  cubeRoot: (a) => Math.cbrt(a),
  exp: (a) => Math.exp(a),
  expm1: (a) => Math.expm1(a),
  log: (a) => Math.log(a),
  log1p: (a) => Math.log1p(a),
  sin: (a) => Math.sin(a),
  cos: (a) => Math.cos(a),
  tan: (a) => Math.tan(a),
  asin: (a) => Math.asin(a),
  acos: (a) => Math.acos(a),
  atan: (a) => Math.atan(a),
  sinh: (a) => Math.sinh(a),
  cosh: (a) => Math.cosh(a),
  tanh: (a) => Math.tanh(a),
  asinh: (a) => Math.asinh(a),
  acosh: (a) => Math.acosh(a),
  atanh: (a) => Math.atanh(a),
  erf: (a) => erf(a),
  erfc: (a) => erfc(a),
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  softplus: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  minimum: (a, b) => Math.min(a, b),
  maximum: (a, b) => Math.max(a, b),
  less: (a, b) => (a < b ? 1 : 0),
  lessEqual: (a, b) => (a <= b ? 1 : 0),
  equal: (a, b) => (a === b ? 1 : 0),
  select: (a, b, c) => (a !== 0 ? b : c),
});

/** Which registers an output needs. */
function needed(instructions: readonly Instruction[], output: number): boolean[] {
  const marks = new Array<boolean>(instructions.length + 1).fill(false);
  marks[output] = true;
  for (let k = instructions.length; k > 0; k--) {
    if (marks[k]) for (const register of instructions[k - 1]!.from) marks[register] = true;
  }
  return marks;
}

/** One output as a closure. It has registers of its own; closures are not re-entrant, and nothing in them calls out. */
function closure(instructions: readonly Instruction[], output: number): (x: number) => number {
  const registers = new Float64Array(instructions.length + 1);
  const marks = needed(instructions, output);
  const steps: { target: number; evaluate: Evaluate; a: number; b: number; c: number }[] = [];
  for (const [k, { operation, from, value }] of instructions.entries()) {
    if (operation === "constant") registers[k + 1] = value!;
    else if (marks[k + 1]) {
      const [a = 0, b = 0, c = 0] = from;
      steps.push({ target: k + 1, evaluate: evaluators[operation], a, b, c });
    }
  }
  return (x) => {
    registers[0] = x;
    for (const { target, evaluate, a, b, c } of steps) {
      registers[target] = evaluate(registers[a]!, registers[b]!, registers[c]!);
    }
    return registers[output]!;
  };
}

/**
 * Closures phi(x) and phi'(x) from a program alone, for a thread that gets only data. The program may come from
 * anywhere: it is checked first (`assertProgram`, which throws a TheoryError).
 */
export function interpret(program: Program): {
  readonly value: (x: number) => number;
  readonly derivative: (x: number) => number;
} {
  assertProgram(program);
  const { instructions, value, derivative } = program;
  return Object.freeze({ value: closure(instructions, value), derivative: closure(instructions, derivative) });
}
