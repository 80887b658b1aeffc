/** The activation of one instance: its two programs in the memory, or none where it is a plain function. */
import { encodeProgram } from "../../elementwise/encodeProgram.js";
import type { Program } from "../../elementwise/program.js";
import type { WasmMemory } from "../../wasm/wasmMemory.js";

/** Rows of a panel, as in assembly/bnForward.ts: the longest block that a program runs on. */
export const panelRows = 256;

/** code, count, registers, result of `runProgram`. A result below 0 says that there is no program. */
export interface PlacedProgram {
  readonly code: number;
  readonly count: number;
  readonly registers: number;
  readonly result: number;
}

export const noProgram: PlacedProgram = Object.freeze({ code: 0, count: 0, registers: 0, result: -1 });

export function placeProgram(memory: WasmMemory, program: Program, output: "value" | "derivative"): PlacedProgram {
  const { code, count, registers, result } = encodeProgram(program, output);
  const address = memory.reserve(code.length);
  memory.bytes(address, code.length).set(code);
  return { code: address, count, registers: memory.reserve(8 * registers * panelRows), result };
}
