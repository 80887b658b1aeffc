/** f_1 = ReLU(W_1^T x + b_1), dense; f_l = ReLU(W_l^T f_{l-1} + b_l), a sum over the active nodes below; the top is linear. */
import { addRows } from "./addRows";
import { copyRow } from "./copyRow";
// biome-ignore lint/style/useImportType: AssemblyScript has no imports of types
import { Layer, layerOf, Network } from "./layout";
import { listPositive } from "./listPositive";
import { product } from "./product";
import { toPanels, transpose } from "./transpose";

/** For the inputs in `inputRows`. */
export function forward(network: Network): void {
  const batch = network.batch;
  const places = network.places;
  const bottom = layerOf(network, 0);
  toPanels(network.inputRows, batch, bottom.inputs, network.inputPanels);
  product(bottom.weights, bottom.nodes, bottom.inputs, network.inputPanels, bottom.bias, bottom.columns, batch);
  rectify(bottom.columns, bottom.nodes * batch);
  transpose(bottom.columns, bottom.nodes, batch, bottom.rows);
  list(bottom, batch, places);
  for (let l: u32 = 1; l < network.depth; l++) {
    const layer = layerOf(network, l);
    combine(layerOf(network, l - 1), layer, batch);
    if (l + 1 === network.depth) return;
    rectify(layer.rows, layer.nodes * batch);
    transpose(layer.rows, batch, layer.nodes, layer.columns);
    list(layer, batch, places);
  }
}

function combine(below: Layer, layer: Layer, batch: u32): void {
  const bytes = layer.nodes << 2;
  for (let s: u32 = 0; s < batch; s++) {
    const row = layer.rows + s * bytes;
    copyRow(layer.bias, row, bytes);
    const active = below.sampleLists + ((s * (below.nodes + 8)) << 1);
    const activations = below.rows + ((s * below.nodes) << 2);
    addRows(row, layer.weights, bytes, activations, active, load<u32>(below.sampleCounts + (s << 2)));
  }
}

function rectify(values: usize, count: u32): void {
  const zero = f32x4.splat(0);
  for (const end = values + (count << 2); values < end; values += 16) {
    v128.store(values, f32x4.max(v128.load(values), zero));
  }
}

function list(layer: Layer, batch: u32, places: usize): void {
  listPositive(layer.rows, batch, layer.nodes, layer.sampleLists, layer.sampleCounts, places);
  listPositive(layer.columns, layer.nodes, batch, layer.nodeLists, layer.nodeCounts, places);
}
