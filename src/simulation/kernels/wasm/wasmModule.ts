/** The compiled kernels and one instance of them: what assembly/index.ts exports. */
import { bytes } from "./bytes.generated.js";

// no lib of TypeScript but the DOM's has these; every engine since 2021 does, SIMD included
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<WasmModule>;
  instantiate(module: WasmModule, imports: object): Promise<{ readonly exports: unknown }>;
};
declare const atob: (text: string) => string;

/** An opaque compiled module. */
export type WasmModule = object;

/** Numbers are byte addresses or counts; the meaning of each argument stands in assembly/. */
export interface WasmExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  heapBase(): number;
  fill(state: number, tables: number, target: number, width: number, stride: number, columns: number): void;
  gram(x: number, y: number, out: number, rows: number, stride: number, size: number, symmetric: boolean): void;
  combine(
    target: number,
    source: number,
    coefficients: number,
    rows: number,
    stride: number,
    columns: number,
    triangular: boolean,
  ): void;
  bnForward(h: number, x: number, ...rest: WasmNormalisation): void;
  bnBackward(h: number, d: number, ...rest: [...WasmNormalisation, slopes: number]): void;
}

/** The arguments that bnForward and bnBackward share. */
export type WasmNormalisation = [
  width: number,
  stride: number,
  columns: number,
  batch: number,
  epsilon: number,
  gamma: number,
  beta: number,
  centred: boolean,
  code: number,
  count: number,
  registers: number,
  result: number,
  scratch: number,
];

export function compileWasm(): Promise<WasmModule> {
  const text = atob(bytes);
  return WebAssembly.compile(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
}

/** A new instance with a memory of its own. */
export async function instantiateWasm(module: WasmModule): Promise<WasmExports> {
  const { exports } = await WebAssembly.instantiate(module, {});
  return exports as WasmExports;
}
