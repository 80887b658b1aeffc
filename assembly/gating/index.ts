/**
 * Gated networks in WebAssembly SIMD, single precision: the parts of a training step. The host
 * (src/simulation/gating/wasm) lays out the memory and calls them one after the other.
 */
export { adam } from "./adam";
export { add, columnSums, gateGradient, hardGate, rectify, softGate, times } from "./gates";
export { gather } from "./gather";
export { countRight, crossEntropy, squaredError } from "./loss";
export { multiply, scratchBytes } from "./multiply";

/** The first byte that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
