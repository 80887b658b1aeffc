/** A gated network on blocks of samples, in the module's memory: forward and backward, one product after the other. */
import type { WasmMemory } from "../../wasm/wasmMemory.js";
import type { GatedSettings } from "../settings.js";
import { hasOwnGates } from "../shapes.js";
import { gatesOf, movesGates } from "../trainer.js";
import type { GatingExports } from "./gatingModule.js";
import { type PlacedLayer, type PlacedWeights, padded } from "./placedWeights.js";

/** The room of one layer of values, for a block of samples; addresses of rows x nodes. */
interface LayerRoom {
  readonly values: number;
  readonly gates: number;
  /** h of this layer. */
  readonly hidden: number;
  readonly eta: number;
  /** The gradients by `values` and by `eta`. */
  readonly byValues: number;
  readonly byEta: number;
}

export class WasmNetwork {
  /** The layers through which values flow. */
  private readonly layers: readonly PlacedLayer[];
  private readonly room: readonly LayerRoom[];
  private readonly ones: number;
  private readonly zeros: number;
  private readonly scratch: number;
  private readonly fromAbove: number;

  /** `rows`: samples of the largest block. */
  constructor(
    private readonly wasm: GatingExports,
    memory: WasmMemory,
    private readonly settings: GatedSettings,
    private readonly weights: PlacedWeights,
    rows: number,
  ) {
    this.layers = hasOwnGates(settings) ? weights.U : weights.W;
    const place = (width: number) => memory.reserve(4 * padded(rows) * width);
    this.room = this.layers.map(({ nodes }) => {
      const [values, gates, hidden, eta, byValues, byEta] = Array.from({ length: 6 }, () => place(nodes));
      return { values, gates, hidden, eta, byValues, byEta } as LayerRoom;
    });
    const { inputs } = settings;
    const widest = Math.max(padded(inputs), ...this.layers.map(({ nodes }) => nodes));
    this.fromAbove = place(widest);
    this.zeros = memory.reserve(4 * widest);
    this.scratch = memory.reserve(wasm.scratchBytes());
    this.ones = settings.model === "dlgn-pwc" ? place(padded(inputs)) : 0;
    if (this.ones === 0) return;
    for (let s = 0; s < padded(rows); s++) {
      memory.singles(this.ones + 4 * s * padded(inputs), inputs).fill(1);
    }
  }

  /** Where the outputs of a block are, rows of padded width, and where their gradient is to be put. */
  get outputs(): number {
    return this.room.at(-1)!.values;
  }

  get byOutputs(): number {
    return this.room.at(-1)!.byValues;
  }

  /** For `rows` inputs at `x`, a multiple of 4. */
  forward(x: number, rows: number): void {
    const { wasm, layers, room, settings } = this;
    this.openGates(x, rows);
    let below = this.lowest(x);
    for (const [l, layer] of layers.entries()) {
      const { values, gates, hidden } = room[l]!;
      this.affine(layer, rows, below, values);
      if (l + 1 === layers.length) return;
      const bytes = 4 * rows * layer.nodes;
      if (settings.model === "relu") wasm.rectify(values, gates, hidden, bytes);
      else if (settings.model !== "dln") wasm.times(values, gates, hidden, bytes);
      below = this.hidden(l);
    }
  }

  /** The gradient of everything from that by the outputs, after `forward` with the same inputs. */
  backward(x: number, rows: number): void {
    const { wasm, layers, room, settings, weights } = this;
    const { beta } = gatesOf(settings);
    for (let l = layers.length - 1; l >= 0; l--) {
      const layer = layers[l]!;
      this.addUp(layer, rows, room[l]!.byValues, l === 0 ? this.lowest(x) : this.hidden(l - 1));
      if (l === 0) break;
      const { values, gates, byValues, byEta } = room[l - 1]!;
      const bytes = 4 * rows * layer.inputs;
      this.back(layer, rows, room[l]!.byValues, byValues);
      if (movesGates(settings)) wasm.gateGradient(byValues, values, gates, beta as number, byEta, bytes);
      if (settings.model !== "dln") wasm.times(byValues, gates, byValues, bytes);
    }
    if (!movesGates(settings)) return;
    for (let l = weights.W.length - 1; l >= 0; l--) {
      const { byEta } = room[l]!;
      const above = weights.W[l + 1];
      if (above !== undefined) {
        this.back(above, rows, room[l + 1]!.byEta, this.fromAbove);
        wasm.add(byEta, this.fromAbove, 4 * rows * above.inputs);
      }
      this.addUp(weights.W[l]!, rows, byEta, l === 0 ? x : room[l - 1]!.eta);
    }
  }

  private openGates(x: number, rows: number): void {
    const { wasm, settings, weights, room } = this;
    if (!hasOwnGates(settings)) return;
    const { beta } = gatesOf(settings);
    let below = x;
    for (const [l, layer] of weights.W.entries()) {
      const { eta, gates } = room[l]!;
      this.affine(layer, rows, below, eta);
      const bytes = 4 * rows * layer.nodes;
      if (beta === "hard") wasm.hardGate(eta, gates, bytes);
      else wasm.softGate(eta, beta, gates, bytes);
      below = eta;
    }
  }

  /** h_0. */
  private lowest(x: number): number {
    return this.settings.model === "dlgn-pwc" ? this.ones : x;
  }

  /** h of the hidden layer above `layers[l]`: without gates it is the values. */
  private hidden(l: number): number {
    return this.settings.model === "dln" ? this.room[l]!.values : this.room[l]!.hidden;
  }

  /** out = below W^T + b. */
  private affine({ inputs, nodes, weights, bias }: PlacedLayer, rows: number, below: number, out: number): void {
    const { current } = this.weights;
    const start = bias === null ? this.zeros : current + bias;
    this.wasm.multiply(rows, nodes, inputs, below, false, current + weights, true, start, out, this.scratch);
  }

  /** out = gradient W. */
  private back({ inputs, nodes, weights }: PlacedLayer, rows: number, gradient: number, out: number): void {
    const { current } = this.weights;
    this.wasm.multiply(rows, inputs, nodes, gradient, false, current + weights, false, this.zeros, out, this.scratch);
  }

  /** The layer's gradient: gradient^T below, and its column sums for the bias. */
  private addUp({ inputs, nodes, weights, bias }: PlacedLayer, rows: number, gradient: number, below: number): void {
    const to = this.weights.gradient;
    this.wasm.multiply(nodes, inputs, rows, gradient, true, below, false, this.zeros, to + weights, this.scratch);
    if (bias !== null) this.wasm.columnSums(gradient, rows, nodes, to + bias);
  }
}
