/**
 * Students and teachers in WebAssembly SIMD, single precision: SGD steps, and what is measured of a network. The host
 * (src/simulation/training/wasm) lays out the memory as layout.ts says.
 */
export { addFanOut, correlate, show, squaredError } from "./measure";
export { run } from "./run";

/** The first byte that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
