import type { Backend } from "../../simulation/kernels/kernels.js";
import { plainBackend } from "../../simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../../simulation/kernels/wasm/wasmBackend.js";
import type { SimulateOptions } from "./simulateOptions.js";

/** The backend of that name, its libraries loaded. */
export async function loadBackend(name: SimulateOptions["backend"]): Promise<Backend> {
  switch (name) {
    case "wasm":
      return wasmBackend;
    case "plain":
      return plainBackend;
    default: {
      const { loadTfjsNode } = await import("../../node/loadTfjsNode.js");
      return loadTfjsNode(name);
    }
  }
}
