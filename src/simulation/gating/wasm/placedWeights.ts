import type { WasmMemory } from "../../wasm/wasmMemory.js";
import type { TrainedLayer, TrainedWeights } from "../settings.js";

/** Counts of nodes, inputs and samples are padded to whole vectors of four; what belongs to padding stays zero. */
export const padded = (count: number): number => 4 * Math.ceil(count / 4);

/** Where a layer is, in bytes from the start of each of the four arrays. */
export interface PlacedLayer {
  /** With padding. */
  readonly inputs: number;
  readonly nodes: number;
  /** nodes x inputs. */
  readonly weights: number;
  readonly bias: number | null;
}

/** Weights in the module's memory with their gradient and Adam's moments: four arrays that are laid out alike, U before W. */
export class PlacedWeights {
  readonly U: readonly PlacedLayer[];
  readonly W: readonly PlacedLayer[];
  readonly bytes: number;
  /** Of U alone. */
  readonly bytesOfU: number;
  /** Addresses of the four arrays. */
  readonly current: number;
  readonly gradient: number;
  readonly first: number;
  readonly second: number;

  constructor(
    private readonly memory: WasmMemory,
    private readonly shapes: TrainedWeights,
  ) {
    let end = 0;
    const place = (numbers: number): number => {
      end += 4 * numbers;
      return end - 4 * numbers;
    };
    const placeLayer = (layer: TrainedLayer): PlacedLayer => {
      const [inputs, nodes] = [padded(layer.inputs), padded(layer.nodes)];
      return { inputs, nodes, weights: place(inputs * nodes), bias: layer.bias && place(nodes) };
    };
    this.U = shapes.U.map(placeLayer);
    this.bytesOfU = end;
    this.W = shapes.W.map(placeLayer);
    this.bytes = end;
    [this.current, this.gradient, this.first, this.second] = [0, 0, 0, 0].map(() => memory.reserve(end)) as [
      number,
      number,
      number,
      number,
    ];
    for (const [layer, values] of this.pairs(shapes)) this.write(layer, values);
  }

  /** A copy of the weights without padding. */
  read(): TrainedWeights {
    const layers = (placed: readonly PlacedLayer[], shapes: readonly TrainedLayer[]) =>
      placed.map((layer, l) => this.readLayer(layer, shapes[l]!));
    return { W: layers(this.W, this.shapes.W), U: layers(this.U, this.shapes.U) };
  }

  private pairs(weights: TrainedWeights): readonly (readonly [PlacedLayer, TrainedLayer])[] {
    const pair = (part: "U" | "W") => this[part].map((layer, l) => [layer, weights[part][l]!] as const);
    return [...pair("U"), ...pair("W")];
  }

  private write(place: PlacedLayer, { inputs, nodes, weights, bias }: TrainedLayer): void {
    for (let i = 0; i < nodes; i++) this.row(place, i, inputs).set(weights.subarray(i * inputs, (i + 1) * inputs));
    if (bias !== null) this.memory.singles(this.current + place.bias!, nodes).set(bias);
  }

  private readLayer(place: PlacedLayer, { inputs, nodes, bias }: TrainedLayer): TrainedLayer {
    const weights = new Float32Array(nodes * inputs);
    for (let i = 0; i < nodes; i++) weights.set(this.row(place, i, inputs), i * inputs);
    return { inputs, nodes, weights, bias: bias && this.memory.singles(this.current + place.bias!, nodes).slice() };
  }

  private row(place: PlacedLayer, i: number, inputs: number): Float32Array {
    return this.memory.singles(this.current + place.weights + 4 * i * place.inputs, inputs);
  }
}
