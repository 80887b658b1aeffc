/**
 * What the host lays out (src/simulation/training/wasm). Every number is single precision, every address bytes. Inputs and
 * outputs are padded to multiples of 4, hidden layers to multiples of 8, batches to multiples of 16; weights of padding are
 * zero and stay so.
 */

/** A layer of weights and what it gives for a batch. All fields are 32-bit words, in this order. */
@unmanaged
export class Layer {
  inputs: u32;
  nodes: u32;
  /** The lowest layer: nodes x inputs. The others: inputs x nodes. Row-major. */
  weights: usize;
  bias: usize;
  /** batch x nodes, and nodes x batch. */
  rows: usize;
  columns: usize;
  /** Which nodes are active, for each sample: a 16-bit list of `nodes` + 8 places each; and how many, 32-bit. */
  sampleLists: usize;
  sampleCounts: usize;
  /** Which samples activate a node, for each node: a list of `batch` + 8 places each. */
  nodeLists: usize;
  nodeCounts: usize;
  /** -rate dJ/df before the weights' gate: batch x nodes, the same in panels (see product.ts), and nodes x batch. */
  gradientRows: usize;
  gradientPanels: usize;
  gradientColumns: usize;
}

export const LAYER_BYTES: usize = 13 * 4;

/** A network on batches of a fixed size. */
@unmanaged
export class Network {
  depth: u32;
  /** Samples of a batch, and with padding. */
  samples: u32;
  batch: u32;
  /** The first layer; the others follow. */
  layers: usize;
  /** The inputs of the batch: batch x inputs, and in panels. */
  inputRows: usize;
  inputPanels: usize;
  /** 256 lists of the places of the bits of a byte, 8 times 16 bits each. */
  places: usize;
}

export function layerOf(network: Network, index: u32): Layer {
  return changetype<Layer>(network.layers + index * LAYER_BYTES);
}
