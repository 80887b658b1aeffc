import type { Activations } from "./forward.js";

/**
 * Adds beta_kk(x) = |v_k(x)|^2 of every hidden node for one sample, where column k of V_l(x) is v_{l,k}(x) in R^C:
 * V_{L-1} = W_L^T and V_{l-1} = V_l D_l W_l^T (Tian 2020, Lemma 1).
 */
export function addFanOut(
  layers: readonly Float64Array[],
  activations: Activations,
  sums: readonly Float64Array[],
): void {
  const outputs = activations.at(-1)!.length;
  // row k is v_k
  let fan = layers.at(-1)!.subarray(0, activations.at(-2)!.length * outputs);
  for (let l = layers.length - 2; ; l--) {
    const nodes = activations[l + 1]!.length;
    for (let k = 0; k < nodes; k++) {
      for (let c = 0; c < outputs; c++) sums[l]![k]! += fan[k * outputs + c]! ** 2;
    }
    if (l === 0) return;
    const below = activations[l]!.length;
    const lower = new Float64Array(below * outputs);
    for (let i = 0; i < below; i++) {
      for (let k = 0; k < nodes; k++) {
        if (activations[l + 1]![k] === 0) continue;
        const weight = layers[l]![i * nodes + k]!;
        for (let c = 0; c < outputs; c++) lower[i * outputs + c]! += weight * fan[k * outputs + c]!;
      }
    }
    fan = lower;
  }
}
