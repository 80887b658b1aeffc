/**
 * The networks of Lorik et al. 2024, Tables 1 and 2. The paper says: five convolutions of 26 filters, global average pooling,
 * a dense layer of 64 (section 3.1 of the appendix); ResNet 34 and ResNet 110. Windows of 3 x 3 with padding and stride 1, an
 * output layer above the dense one, whose nodes are gated as the others, and the layout of the ResNets (He et al. 2016: the one
 * of four stages without the first pooling, and that for CIFAR of three stages) with batch normalisation are ours.
 */
export interface Architecture {
  readonly name: string;
  readonly layers: readonly ArchitectureLayer[];
  /** Nodes of gated dense layers between the average over pixels and the outputs. */
  readonly dense: readonly number[];
  /** Whether convolutions are followed by batch normalisation, or have biases. */
  readonly normalised: boolean;
}

/**
 * "convolution": one of 3 x 3, then gates. "residual": two of 3 x 3, gates after the first, and after the sum with the input,
 * which a convolution of 1 x 1 brings to the shape where it changes.
 */
export interface ArchitectureLayer {
  readonly kind: "convolution" | "residual";
  readonly filters: number;
  readonly stride: number;
}

const repeat = (count: number, filters: number, stride: number): ArchitectureLayer[] =>
  Array.from({ length: count }, (_, k) => ({ kind: "residual", filters, stride: k === 0 ? stride : 1 }));

const convolution = (filters: number): ArchitectureLayer => ({ kind: "convolution", filters, stride: 1 });

export const convolutional5: Architecture = Object.freeze({
  name: "5 convolutions of 26 filters",
  layers: Array.from({ length: 5 }, () => convolution(26)),
  dense: [64],
  normalised: false,
});

export const resNet34: Architecture = Object.freeze({
  name: "ResNet 34",
  layers: [convolution(64), ...repeat(3, 64, 1), ...repeat(4, 128, 2), ...repeat(6, 256, 2), ...repeat(3, 512, 2)],
  dense: [],
  normalised: true,
});

export const resNet110: Architecture = Object.freeze({
  name: "ResNet 110",
  layers: [convolution(16), ...repeat(18, 16, 1), ...repeat(18, 32, 2), ...repeat(18, 64, 2)],
  dense: [],
  normalised: true,
});
