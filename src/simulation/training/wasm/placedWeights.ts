import type { WasmMemory } from "../../wasm/wasmMemory.js";

export const roundUp = (count: number, multiple: number): number => multiple * Math.ceil(count / multiple);

/** Weights of a network in the module's memory, laid out as assembly/training/layout.ts says. */
export class PlacedWeights {
  readonly widths: readonly number[];
  /** With padding: inputs and outputs to multiples of 4, hidden layers to multiples of 8. */
  readonly padded: readonly number[];
  /** Addresses by layer. */
  readonly weights: readonly number[];
  readonly biases: readonly number[];
  private readonly memory: WasmMemory;

  constructor(memory: WasmMemory, widths: readonly number[]) {
    this.memory = memory;
    this.widths = widths;
    this.padded = widths.map((nodes, l) => roundUp(nodes, l === 0 || l === widths.length - 1 ? 4 : 8));
    const above = this.padded.slice(1);
    this.weights = above.map((nodes, l) => memory.reserve(4 * nodes * this.padded[l]!));
    this.biases = above.map((nodes) => memory.reserve(4 * nodes));
  }

  /** `layers`: (inputs + 1) x nodes, the biases last, row-major. */
  write(layers: readonly Float32Array[]): void {
    for (const [l, layer] of layers.entries()) {
      this.visit(l, (values, biases, nodes, place) => {
        const inputs = layer.length / nodes - 1;
        for (let i = 0; i < inputs; i++) for (let k = 0; k < nodes; k++) values[place(i, k)] = layer[i * nodes + k]!;
        biases.set(layer.subarray(inputs * nodes));
      });
    }
  }

  read(): readonly Float32Array[] {
    return this.weights.map((_, l) =>
      this.visit(l, (values, biases, nodes, place) => {
        const inputs = this.widths[l]!;
        const layer = new Float32Array((inputs + 1) * nodes);
        for (let i = 0; i < inputs; i++) for (let k = 0; k < nodes; k++) layer[i * nodes + k] = values[place(i, k)]!;
        layer.set(biases, inputs * nodes);
        return layer;
      }),
    );
  }

  private visit<T>(
    l: number,
    use: (values: Float32Array, biases: Float32Array, nodes: number, place: (i: number, k: number) => number) => T,
  ): T {
    const [inputs, nodes] = [this.padded[l]!, this.padded[l + 1]!];
    const place = l === 0 ? (i: number, k: number) => k * inputs + i : (i: number, k: number) => i * nodes + k;
    const { memory } = this;
    const width = this.widths[l + 1]!;
    const biases = memory.singles(this.biases[l]!, width);
    return use(memory.singles(this.weights[l]!, inputs * nodes), biases, width, place);
  }
}
