import { forward, type Network, roomFor, widthsOf } from "./network.js";

interface Strength {
  readonly node: number;
  readonly strength: number;
  readonly mean: number;
}

/** Of each node of a hidden layer: sqrt(E f^2) times the norm of its fan-out weights. */
function strengthsOf(network: Network, layer: number, inputs: Float32Array, dimension: number): Strength[] {
  const room = roomFor(widthsOf(network, dimension));
  const nodes = room[layer + 1]!.length;
  const [sums, squares] = [new Float64Array(nodes), new Float64Array(nodes)];
  const count = inputs.length / dimension;
  for (let k = 0; k < count; k++) {
    forward(network, inputs.subarray(k * dimension, (k + 1) * dimension), room);
    for (const [node, value] of room[layer + 1]!.entries()) {
      sums[node]! += value / count;
      squares[node]! += (value * value) / count;
    }
  }
  const above = network[layer + 1]!;
  const outputs = above.length / (nodes + 1);
  return Array.from({ length: nodes }, (_, node) => {
    const fanOut = Math.hypot(...above.subarray(node * outputs, (node + 1) * outputs));
    return { node, strength: Math.sqrt(squares[node]!) * fanOut, mean: sums[node]! };
  });
}

/** The layer without the other nodes, and the layer above it, which gets the mean of what is gone as a bias. */
function withoutOthers(
  network: Network,
  layer: number,
  strengths: readonly Strength[],
  kept: readonly Strength[],
): Network {
  const nodes = strengths.length;
  const [weights, above] = [network[layer]!, network[layer + 1]!];
  const rows = weights.length / nodes;
  const outputs = above.length / (nodes + 1);
  const narrow = new Float32Array(rows * kept.length);
  for (let row = 0; row < rows; row++) {
    for (const [k, { node }] of kept.entries()) narrow[row * kept.length + k] = weights[row * nodes + node]!;
  }
  const fanOut = new Float32Array((kept.length + 1) * outputs);
  fanOut.set(above.subarray(nodes * outputs), kept.length * outputs);
  for (const [k, { node }] of kept.entries())
    fanOut.set(above.subarray(node * outputs, (node + 1) * outputs), k * outputs);
  for (const { node, mean } of strengths.filter((each) => !kept.includes(each))) {
    for (let c = 0; c < outputs; c++) fanOut[kept.length * outputs + c]! += mean * above[node * outputs + c]!;
  }
  return network.map((each, l) => (l === layer ? narrow : l === layer + 1 ? fanOut : each));
}

/** The network with `keep` nodes in every hidden layer, the strongest ones, strongest first. `inputs` are those that strength is measured on, in rows. */
export function prune(network: Network, inputs: Float32Array, dimension: number, keep: number): Network {
  let pruned = network;
  for (let layer = 0; layer < network.length - 1; layer++) {
    const strengths = strengthsOf(pruned, layer, inputs, dimension);
    const kept = [...strengths].sort((a, b) => b.strength - a.strength).slice(0, keep);
    pruned = withoutOthers(pruned, layer, strengths, kept);
  }
  return pruned;
}
