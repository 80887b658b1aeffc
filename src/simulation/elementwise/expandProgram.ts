import type { Opcode } from "./opcodes.js";
import type { Program } from "./program.js";

/** The argument x, a constant, or the result of an earlier step. */
export type Operand = { readonly kind: "x" } | { readonly kind: "constant"; readonly value: number } | Step;

export interface Step {
  readonly kind: "step";
  readonly opcode: Opcode;
  readonly from: readonly Operand[];
}

/** Products up to this exponent stay within 1e-14 of the power. */
const greatestProduct = 64;

const constant = (value: number): Operand => ({ kind: "constant", value });
const step = (opcode: Opcode, ...from: readonly Operand[]): Step => ({ kind: "step", opcode, from });

/** base^exponent for a whole exponent >= 1, by repeated squaring. */
function product(base: Operand, exponent: number): Operand {
  if (exponent === 1) return base;
  const half = product(base, Math.floor(exponent / 2));
  const square = step("multiply", half, half);
  return exponent % 2 === 0 ? square : step("multiply", square, base);
}

/**
 * Whole and half exponents up to 64 by products and a square root. x + 0 makes the root of -0 the 0 that the power is.
 * 0 to a negative power is infinite, as it should be.
 */
function power(base: Operand, exponent: Operand): Operand {
  if (exponent.kind !== "constant") return step("power", base, exponent);
  const size = Math.abs(exponent.value);
  const whole = Math.floor(size);
  if (size > greatestProduct || (size !== whole && size !== whole + 0.5)) return step("power", base, exponent);
  if (size === 0) return constant(1);
  const root = size === whole ? null : step("squareRoot", step("add", base, constant(0)));
  const positive =
    whole === 0 ? root! : root === null ? product(base, whole) : step("multiply", product(base, whole), root);
  return exponent.value > 0 ? positive : step("divide", constant(1), positive);
}

const relations: ReadonlySet<Opcode> = new Set<Opcode>(["less", "lessEqual", "equal"]);
const isNumber = (operand: Operand, value: number) => operand.kind === "constant" && Object.is(operand.value, value);

/** A relation is 1 or 0 already. */
function select(test: Operand, then: Operand, otherwise: Operand): Operand {
  const plain = test.kind === "step" && relations.has(test.opcode) && isNumber(then, 1) && isNumber(otherwise, 0);
  return plain ? test : step("select", test, then, otherwise);
}

/** The graph of steps that leads to one register of a program; what does not lead there is not in it. */
export function expandProgram({ instructions }: Program, output: number): Operand {
  const known: Operand[] = [{ kind: "x" }];
  for (const { operation, from, value } of instructions) {
    const operands = from.map((register) => known[register]!);
    if (operation === "constant") known.push(constant(value!));
    else if (operation === "power") known.push(power(operands[0]!, operands[1]!));
    else if (operation === "select") known.push(select(operands[0]!, operands[1]!, operands[2]!));
    else known.push(step(operation, ...operands));
  }
  return known[output]!;
}
