/** SGD: one step for each batch of sample numbers. */
import { backward } from "./backward";
import { copyRow } from "./copyRow";
import { forward } from "./forward";
import { laneSum } from "./laneSum";
// biome-ignore lint/style/useImportType: AssemblyScript has no imports of types
import { layerOf, Network } from "./layout";

/**
 * `indices`: steps x samples, 32-bit. Inputs and targets in rows of the bottom's inputs and the top's nodes. `factor`: rate
 * times the factor of f* - f in -dJ/df. Stops before a step whose squared residuals, summed over the batch, are not below
 * `limit`; returns how many steps were made.
 */
export function run(
  at: usize,
  inputs: usize,
  targets: usize,
  indices: usize,
  steps: u32,
  factor: f32,
  limit: f32,
): u32 {
  const network = changetype<Network>(at);
  const samples = network.samples;
  for (let step: u32 = 0; step < steps; step++) {
    gather(network, inputs, indices);
    forward(network);
    if (!(residuals(network, targets, indices, factor) < limit)) return step;
    backward(network);
    indices += samples << 2;
  }
  return steps;
}

/** The places of padding stay zero. */
function gather(network: Network, inputs: usize, indices: usize): void {
  const bytes = layerOf(network, 0).inputs << 2;
  for (let s: u32 = 0; s < network.samples; s++) {
    copyRow(inputs + load<u32>(indices + (s << 2)) * bytes, network.inputRows + s * bytes, bytes);
  }
}

/** Fills the top's gradients, zero for padding; returns the sum of (f* - f)^2. */
function residuals(network: Network, targets: usize, indices: usize, factor: f32): f32 {
  const top = layerOf(network, network.depth - 1);
  const bytes = top.nodes << 2;
  const scale = f32x4.splat(factor);
  let squares = f32x4.splat(0);
  for (let s: u32 = 0; s < network.samples; s++) {
    const target = targets + load<u32>(indices + (s << 2)) * bytes;
    const output = top.rows + s * bytes;
    const gradient = top.gradientRows + s * bytes;
    for (let c: u32 = 0; c < bytes; c += 16) {
      const residual = f32x4.sub(v128.load(target + c), v128.load(output + c));
      squares = f32x4.add(squares, f32x4.mul(residual, residual));
      v128.store(gradient + c, f32x4.mul(scale, residual));
    }
  }
  return laneSum(squares);
}
