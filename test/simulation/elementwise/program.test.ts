import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../../src/errors.js";
import { assertProgram } from "../../../src/simulation/elementwise/assertProgram.js";
import { encodeProgram } from "../../../src/simulation/elementwise/encodeProgram.js";
import { interpret } from "../../../src/simulation/elementwise/interpret.js";
import { opcodes } from "../../../src/simulation/elementwise/opcodes.js";
import {
  type Instruction,
  type Operation,
  operations,
  type Program,
} from "../../../src/simulation/elementwise/program.js";

/** Any program: random operations on random earlier registers. */
const programs: fc.Arbitrary<Program> = fc
  .array(
    fc.record({
      operation: fc.constantFrom(...(Object.keys(operations) as Operation[])),
      picks: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((given) => {
    const instructions = given.map(({ operation, picks, value }, k): Instruction => {
      const from = picks.slice(0, operations[operation]).map((pick) => pick % (k + 1));
      return operation === "constant" ? { operation, from, value } : { operation, from };
    });
    return { instructions, value: instructions.length, derivative: Math.floor(instructions.length / 2) };
  });

const relu: Program = {
  instructions: [
    { operation: "constant", from: [], value: 0 },
    { operation: "maximum", from: [0, 1] },
    { operation: "less", from: [1, 0] },
  ],
  value: 2,
  derivative: 3,
};

describe("interpret", () => {
  it("runs a program, and a copy of it that went through JSON", () => {
    const { value, derivative } = interpret(JSON.parse(JSON.stringify(relu)));
    expect([-2, 0, 3].map(value)).toEqual([0, 0, 3]);
    expect([-2, 0, 3].map(derivative)).toEqual([0, 0, 1]);
  });

  it("gives x for register 0", () => {
    expect(interpret({ instructions: [], value: 0, derivative: 0 }).value(7)).toBe(7);
  });
});

describe("assertProgram", () => {
  it("accepts every well-formed program", () => {
    fc.assert(fc.property(programs, (program) => assertProgram(program)));
  });

  const instruction = (given: object) => ({ ...relu, instructions: [...relu.instructions, given] });
  it.each([
    ["null", null],
    ["a text", "relu"],
    ["no instructions", { value: 0, derivative: 0 }],
    ["an unknown operation", instruction({ operation: "eval", from: [0] })],
    ["an inherited name", instruction({ operation: "toString", from: [] })],
    ["a register of the future", instruction({ operation: "negate", from: [4] })],
    ["a negative register", instruction({ operation: "negate", from: [-1] })],
    ["half a register", instruction({ operation: "negate", from: [0.5] })],
    ["too few arguments", instruction({ operation: "add", from: [0] })],
    ["too many arguments", instruction({ operation: "negate", from: [0, 0] })],
    ["an infinite constant", instruction({ operation: "constant", from: [], value: Number.POSITIVE_INFINITY })],
    ["a constant without a value", instruction({ operation: "constant", from: [] })],
    ["a value where none belongs", instruction({ operation: "negate", from: [0], value: 1 })],
    ["an output that is not there", { ...relu, value: 4 }],
    ["a derivative that is not there", { ...relu, derivative: Number.NaN }],
    ["a hole", { ...relu, instructions: new Array(3) }],
    ["30 001 instructions", { ...relu, instructions: new Array(30_001).fill(relu.instructions[0]) }],
  ])("refuses %s with a TheoryError", (_, given) => {
    for (const use of [assertProgram, interpret, (program: unknown) => encodeProgram(program as Program, "value")]) {
      try {
        (use as (program: unknown) => void)(given);
        expect.unreachable("accepted");
      } catch (error) {
        expect(isTheoryError(error) && error.details.parameter).toBe("program");
      }
    }
  });
});

describe("encodeProgram", () => {
  const words = (code: Uint8Array, k: number) => [...new Int16Array(code.buffer, 16 * k, 5)];

  it("drops what the output does not need, and reads constants as operands", () => {
    const { code, count, registers, result } = encodeProgram(relu, "value");
    expect([count, registers, result, code.length]).toEqual([1, 2, 1, 32]);
    expect(words(code, 0)).toEqual([opcodes.maximum, 1, 0, -1, 0]);
    expect([...new Float64Array(code.buffer, 16, 2)]).toEqual([0, 0]);
  });

  it("needs no instruction for x, and one for a constant", () => {
    const program: Program = { instructions: relu.instructions.slice(0, 1), value: 0, derivative: 1 };
    expect(encodeProgram(program, "value")).toMatchObject({ count: 0, registers: 1, result: 0 });
    expect(encodeProgram(program, "derivative")).toMatchObject({ count: 1, registers: 2, result: 1 });
  });

  it("runs a long chain in two registers", () => {
    const chain = Array.from({ length: 20_000 }, (_, k) => ({ operation: "negate" as const, from: [k] }));
    const program = { instructions: chain, value: chain.length, derivative: 0 };
    expect(encodeProgram(program, "value")).toMatchObject({ count: 20_000, registers: 2 });
  });

  it("never writes register 0, and reads only what was written", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { code, count, registers, result } = encodeProgram(program, "value");
        const written = new Set([0]);
        const constants = code.length / 16 - count;
        for (let k = 0; k < count; k++) {
          const [opcode, target, ...from] = words(code, k);
          const name = Object.entries(opcodes).find(([, number]) => number === opcode)![0];
          const arity = name === "copy" ? 1 : operations[name as Operation];
          for (const operand of from.slice(0, arity)) {
            expect(operand >= 0 ? written.has(operand) : -1 - operand < constants).toBe(true);
          }
          expect(target! > 0 && target! < registers).toBe(true);
          written.add(target!);
        }
        expect(written.has(result)).toBe(true);
      }),
    );
  });

  it("numbers its operations as the WebAssembly side does", () => {
    const path = resolve(import.meta.dirname, "../../../assembly/elementwise/opcodes.ts");
    const rows = [...readFileSync(path, "utf8").matchAll(/^ {2}(\w+) = (\d+),$/gm)].map((row) => [
      row[1],
      Number(row[2]),
    ]);
    expect(Object.fromEntries(rows)).toEqual(opcodes);
    const named = Object.keys(operations).filter((name) => name !== "constant");
    expect(Object.keys(opcodes).sort()).toEqual([...named, "copy"].sort());
  });
});
