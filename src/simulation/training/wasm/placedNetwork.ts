import type { WasmMemory } from "../../wasm/wasmMemory.js";
import { type PlacedWeights, roundUp } from "./placedWeights.js";

/** Words of `Layer` and of `Network` in assembly/training/layout.ts. */
const LAYER_WORDS = 13;
const NETWORK_WORDS = 7;

/** A network on batches of `samples`: its weights may be shared, what it gives is its own. */
export interface PlacedNetwork {
  readonly address: number;
  /** Samples of a batch with padding. */
  readonly batch: number;
  /** Addresses of each layer's activations: batch x nodes, and nodes x batch. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** `places`: what `placeBits` gave. `trains`: room for gradients too. */
export function placeNetwork(
  memory: WasmMemory,
  weights: PlacedWeights,
  samples: number,
  places: number,
  trains: boolean,
): PlacedNetwork {
  const batch = roundUp(samples, 16);
  const floats = (count: number) => memory.reserve(4 * count);
  const gradients = (count: number) => (trains ? floats(count) : 0);
  const layers = weights.weights.map((address, l) => {
    const [inputs, nodes] = [weights.padded[l]!, weights.padded[l + 1]!];
    const size = batch * nodes;
    const [rows, columns] = [floats(size), floats(size)];
    const sampleLists = [memory.reserve(2 * batch * (nodes + 8)), floats(batch)];
    const nodeLists = [memory.reserve(2 * nodes * (batch + 8)), floats(nodes)];
    const passed = [gradients(size), gradients(size), gradients(size)];
    const words = [inputs, nodes, address, weights.biases[l]!, rows, columns, ...sampleLists, ...nodeLists, ...passed];
    return { rows, columns, words };
  });
  const table = memory.reserve(4 * LAYER_WORDS * layers.length);
  const inputs = [floats(batch * weights.padded[0]!), floats(batch * weights.padded[0]!)];
  const address = memory.reserve(4 * NETWORK_WORDS);
  memory.words(table, LAYER_WORDS * layers.length).set(layers.flatMap(({ words }) => words));
  memory.words(address, NETWORK_WORDS).set([layers.length, samples, batch, table, ...inputs, places]);
  return { address, batch, rows: layers.map(({ rows }) => rows), columns: layers.map(({ columns }) => columns) };
}

/** The table of assembly/training/listPositive.ts: for every byte, the places of its bits, eight times 16 bits. */
export function placeBits(memory: WasmMemory): number {
  const address = memory.reserve(256 * 16);
  const table = new Uint16Array(memory.bytes(address, 256 * 16).buffer, address, 256 * 8);
  for (let byte = 0; byte < 256; byte++) {
    let next = 8 * byte;
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) table[next++] = bit;
  }
  return address;
}
