import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { main } from "assemblyscript/asc";
import { type EncodedProgram, encodeProgram } from "../../../src/simulation/elementwise/encodeProgram.js";
import { type Operation, operations, type Program } from "../../../src/simulation/elementwise/program.js";

const root = resolve(import.meta.dirname, "../../..");
const flags = ["--optimizeLevel", "3", "--converge", "--noAssert", "--runtime", "stub", "--enable", "simd"];

export interface Compiled {
  /** Bytes of the module. */
  readonly size: number;
  readonly run: (
    program: Program,
    output: "value" | "derivative",
    points: Float64Array,
    length?: number,
  ) => Float64Array;
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  runProgram(code: number, count: number, registers: number, length: number): void;
}

/** What this file uses of WebAssembly, which the library of the language version does not declare. */
const { WebAssembly: engine } = globalThis as unknown as {
  readonly WebAssembly: {
    instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: Exports } }>;
  };
};

/** assembly/elementwise alone, compiled with the flags of the build. */
export async function compileElementwise(): Promise<Compiled> {
  let bytes = new Uint8Array();
  const { error, stderr } = await main(["entry.ts", "--baseDir", root, "--outFile", "elementwise.wasm", ...flags], {
    readFile: (name) => {
      if (name === "entry.ts") return 'export { runProgram } from "./assembly/elementwise/runProgram";';
      const path = resolve(root, name);
      return existsSync(path) ? readFileSync(path, "utf8") : null;
    },
    writeFile: (name, contents) => {
      if (name.endsWith(".wasm")) bytes = contents as Uint8Array<ArrayBuffer>;
    },
  });
  if (error) throw new Error(String(stderr));
  const { memory, runProgram } = (await engine.instantiate(bytes, {})).instance.exports;
  memory.grow(64);
  const place = 1 << 16;
  const run: Compiled["run"] = (program, output, points, length = 256) => {
    const { code, count, registers, result }: EncodedProgram = encodeProgram(program, output);
    const first = place + 16 * Math.ceil(code.length / 16);
    if (first + 8 * registers * length > memory.buffer.byteLength) throw new Error("too little memory");
    new Uint8Array(memory.buffer).set(code, place);
    const numbers = new Float64Array(memory.buffer, first, registers * length);
    const values = new Float64Array(points.length);
    for (let start = 0; start < points.length; start += length) {
      const block = points.subarray(start, start + length);
      numbers.fill(0, 0, length);
      numbers.set(block);
      runProgram(place, count, first, length);
      values.set(numbers.subarray(result * length, result * length + block.length), start);
    }
    return values;
  };
  return { size: bytes.length, run };
}

/** One operation applied to x and constants. */
export function single(operation: Operation, ...constants: readonly number[]): Program {
  const values = constants.map((value) => ({ operation: "constant" as const, from: [], value }));
  const from = [0, ...constants.map((_, k) => k + 1)].slice(0, operations[operation]);
  const last = constants.length + 1;
  return { instructions: [...values, { operation, from }], value: last, derivative: last };
}
