import { allocateRegisters } from "./allocateRegisters.js";
import { assertProgram } from "./assertProgram.js";
import { expandProgram } from "./expandProgram.js";
import { opcodes } from "./opcodes.js";
import type { Program } from "./program.js";

/** One output of a program in the form that `runProgram` of assembly/elementwise executes. */
export interface EncodedProgram {
  /**
   * `count` instructions of 16 bytes, then the constants, 16 bytes each; copy it to an address that is a multiple of
   * 16.
   */
  readonly code: Uint8Array;
  readonly count: number;
  /** Registers in use, with register 0: reserve 8 registers length bytes, at a multiple of 16. */
  readonly registers: number;
  /** The register that holds the output; 0 with count 0 where the output is x itself. */
  readonly result: number;
}

const instructionBytes = 16;

/**
 * Dead code goes, whole and half powers become products and roots, constants become operands, and registers are reused
 * as soon as their last reader has run. Instructions are eight little-endian int16: opcode, target, operands a, b, c (a
 * register, or -1 - k for constant k), three zeros. Register 0 is never a target.
 * Throws a TheoryError for what is not a program.
 */
export function encodeProgram(program: Program, output: "value" | "derivative"): EncodedProgram {
  assertProgram(program);
  const { steps, constants, result, registers } = allocateRegisters(expandProgram(program, program[output]));
  const code = new Uint8Array(instructionBytes * (steps.length + constants.length));
  const view = new DataView(code.buffer);
  for (const [i, { opcode, target, from }] of steps.entries()) {
    const words = [opcodes[opcode], target, ...from];
    for (const [k, word] of words.entries()) view.setInt16(instructionBytes * i + 2 * k, word, true);
  }
  for (const [k, constant] of constants.entries()) {
    const at = instructionBytes * (steps.length + k);
    view.setFloat64(at, constant, true);
    view.setFloat64(at + 8, constant, true);
  }
  return Object.freeze({ code, count: steps.length, registers, result });
}
