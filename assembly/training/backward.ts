/**
 * One step of gradient descent from the top layer's scaled residuals: W_l += f_{l-1} g_l^T and b_l += g_l, summed over the
 * batch, with g_{l-1} = D_{l-1} W_l g_l from the old weights. Only active nodes take part.
 */
import { addRows } from "./addRows";
import { laneSum } from "./laneSum";
// biome-ignore lint/style/useImportType: AssemblyScript has no imports of types
import { Layer, layerOf, Network } from "./layout";
import { product } from "./product";
import { toPanels, transpose } from "./transpose";

/** `gradientRows` of the top layer holds rate (f* - f), in units of the loss; every layer's weights change. */
export function backward(network: Network): void {
  const batch = network.batch;
  for (let l = network.depth - 1; l > 0; l--) {
    const layer = layerOf(network, l);
    const below = layerOf(network, l - 1);
    toPanels(layer.gradientRows, batch, layer.nodes, layer.gradientPanels);
    product(layer.weights, layer.inputs, layer.nodes, layer.gradientPanels, 0, below.gradientColumns, batch);
    gate(below.gradientColumns, below.columns, below.nodes * batch);
    update(layer, below, layer.gradientRows, below.columns, batch);
    addColumnSums(layer.gradientRows, batch, layer.nodes, layer.bias);
    if (l > 1) transpose(below.gradientColumns, below.nodes, batch, below.gradientRows);
  }
  const bottom = layerOf(network, 0);
  updateBottom(bottom, network.inputRows, batch);
}

/** Row i of an upper layer: plus f_i(s) g(s) over the samples s that activate node i below. */
function update(layer: Layer, below: Layer, gradients: usize, activations: usize, batch: u32): void {
  const bytes = layer.nodes << 2;
  for (let i: u32 = 0; i < layer.inputs; i++) {
    const active = below.nodeLists + ((i * (batch + 8)) << 1);
    const count = load<u32>(below.nodeCounts + (i << 2));
    addRows(layer.weights + i * bytes, gradients, bytes, activations + ((i * batch) << 2), active, count);
  }
}

/** Row i of the lowest layer: plus g_i(s) x(s) over the samples s that activate node i. */
function updateBottom(bottom: Layer, inputs: usize, batch: u32): void {
  const bytes = bottom.inputs << 2;
  for (let i: u32 = 0; i < bottom.nodes; i++) {
    const gradients = bottom.gradientColumns + ((i * batch) << 2);
    const active = bottom.nodeLists + ((i * (batch + 8)) << 1);
    addRows(bottom.weights + i * bytes, inputs, bytes, gradients, active, load<u32>(bottom.nodeCounts + (i << 2)));
    const bias = bottom.bias + (i << 2);
    store<f32>(bias, load<f32>(bias) + sum(gradients, batch));
  }
}

/** Zero where the node is not active. */
function gate(gradients: usize, activations: usize, count: u32): void {
  const zero = f32x4.splat(0);
  for (const end = gradients + (count << 2); gradients < end; gradients += 16) {
    const open = f32x4.gt(v128.load(activations), zero);
    v128.store(gradients, v128.and(v128.load(gradients), open));
    activations += 16;
  }
}

function addColumnSums(rows: usize, count: u32, columns: u32, out: usize): void {
  const bytes = columns << 2;
  for (let c: u32 = 0; c < bytes; c += 16) {
    let total = v128.load(out + c);
    for (let r: u32 = 0; r < count; r++) total = f32x4.add(total, v128.load(rows + r * bytes + c));
    v128.store(out + c, total);
  }
}

function sum(values: usize, count: u32): f32 {
  let total = f32x4.splat(0);
  for (const end = values + (count << 2); values < end; values += 16) total = f32x4.add(total, v128.load(values));
  return laneSum(total);
}
