/** The compiled kernels and one instance of them: what assembly/index.ts exports. */
import { compile, instantiate, type WasmInstance, type WasmModule } from "../../wasm/webAssembly.js";
import { bytes } from "./bytes.generated.js";

/** Numbers are byte addresses or counts; the meaning of each argument stands in assembly/. */
export interface WasmExports extends WasmInstance {
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

export const compileWasm = (): Promise<WasmModule> => compile(bytes);

/** A new instance with a memory of its own. */
export const instantiateWasm = (module: WasmModule): Promise<WasmExports> => instantiate(module);
