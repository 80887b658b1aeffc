import { TheoryError } from "../../errors.js";
import { type Operation, operations, type Program } from "./program.js";

/** Programs are at most this long: encoded operands are 16 bits wide. */
export const maximumInstructions = 30_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isRegister = (value: unknown, below: number): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < below;

function refuse(message: string, value: unknown, domain: string): never {
  const remedy = "pass a program as programOf(activation) makes it";
  throw new TheoryError(`not a program: ${message}`, { code: "domain", parameter: "program", value, domain, remedy });
}

function assertInstruction(given: unknown, index: number): void {
  const place = `instruction ${index}`;
  if (!isRecord(given)) refuse(`${place} is not an object`, given, "an object with operation and from");
  const { operation, from, value } = given;
  if (typeof operation !== "string" || !Object.hasOwn(operations, operation)) {
    refuse(`${place} has an unknown operation`, operation, Object.keys(operations).join(", "));
  }
  const count = operations[operation as Operation];
  if (!Array.isArray(from) || from.length !== count) {
    refuse(`${place}, ${operation}, must read ${count} registers`, from, `a list of ${count} registers`);
  }
  for (let k = 0; k < count; k++) {
    if (!isRegister(from[k], index + 1)) {
      refuse(`${place} reads a register that is not there yet`, from[k], `a whole number from 0 to ${index}`);
    }
  }
  if (operation === "constant" ? !Number.isFinite(value) : value !== undefined) {
    refuse(`${place}, ${operation}, has a wrong value`, value, "a finite number for a constant, nothing elsewhere");
  }
}

/**
 * Accepts data from outside as a program: known operations, registers in order, finite constants, at most 30 000
 * instructions. Throws a TheoryError that names the first instruction that is wrong.
 */
export function assertProgram(given: unknown): asserts given is Program {
  if (!isRecord(given)) refuse("it is not an object", given, "an object with instructions, value and derivative");
  const { instructions, value, derivative } = given;
  if (!Array.isArray(instructions) || instructions.length > maximumInstructions) {
    const domain = `a list of at most ${maximumInstructions} instructions`;
    refuse("instructions", Array.isArray(instructions) ? instructions.length : instructions, domain);
  }
  for (let k = 0; k < instructions.length; k++) assertInstruction(instructions[k], k);
  for (const [name, register] of [
    ["value", value],
    ["derivative", derivative],
  ]) {
    if (!isRegister(register, instructions.length + 1)) {
      refuse(`${String(name)} is not a register`, register, `a whole number from 0 to ${instructions.length}`);
    }
  }
}
