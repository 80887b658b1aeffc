/** The kernels in WebAssembly SIMD, float64: the default. One instance, and its memory of at most 4 GB, for each `open`. */

import type { WasmModule } from "../../wasm/webAssembly.js";
import { checkOptions } from "../checkOptions.js";
import type { Backend, KernelOptions, Kernels } from "../kernels.js";
import { WasmKernels } from "./wasmKernels.js";
import { compileWasm, instantiateWasm } from "./wasmModule.js";

/** A backend compiles once, at its first `open`. */
export function createWasmBackend(): Backend {
  let compiled: Promise<WasmModule> | undefined;
  return Object.freeze({
    name: "wasm",
    unitRoundoff: 2 ** -53,
    async open(options: KernelOptions): Promise<Kernels> {
      checkOptions(options);
      compiled ??= compileWasm();
      return new WasmKernels(await instantiateWasm(await compiled), options);
    },
  });
}

export const wasmBackend: Backend = /* @__PURE__ */ createWasmBackend();
