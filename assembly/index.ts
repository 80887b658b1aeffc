/**
 * The kernels of the simulator in WebAssembly SIMD, float64. The host (src/simulation/kernels/wasm) lays out the memory:
 * addresses are bytes; a block has `stride` numbers a column, an odd multiple of 8, so that neighbouring columns fall on
 * different cache sets; rows beyond the width and columns up to a multiple of 4 are zero, and every kernel keeps them zero.
 */

export { bnBackward } from "./bnBackward";
export { bnForward } from "./bnForward";
export { combine } from "./combine";
export { fill } from "./fill";
export { gram } from "./gram";

/** The first byte that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
