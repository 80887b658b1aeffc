import { type Architecture, resNet34, resNet110 } from "../../simulation/gating/convolutional/architecture.js";
import { convolutionalTable, type TableRow } from "./convolutionalTable.js";

const tiny = (blocks: number): Architecture => ({
  name: `${blocks} residual blocks of 4 filters`,
  layers: [
    { kind: "convolution", filters: 4, stride: 1 },
    ...Array.from({ length: blocks }, (_, k) => ({ kind: "residual" as const, filters: 4, stride: k === 0 ? 2 : 1 })),
  ],
  dense: [],
  normalised: true,
});

const of34 = { architecture: resNet34, small: tiny(1) };
const of110 = { architecture: resNet110, small: tiny(2) };

const networks: readonly TableRow[] = [
  { ...of34, name: "ResNet 34, ReLU", model: "relu", printed: { "CIFAR-10": [100, 91], "CIFAR-100": [100, 56.68] } },
  { ...of34, name: "ResNet 34, DLGN", model: "dlgn", printed: { "CIFAR-10": [100, 86], "CIFAR-100": [100, 51.6] } },
  { ...of110, name: "ResNet 110, ReLU", model: "relu", printed: { "CIFAR-10": [100, 94], "CIFAR-100": [100, 73] } },
  { ...of110, name: "ResNet 110, DLGN", model: "dlgn", printed: { "CIFAR-10": [100, 89], "CIFAR-100": [100, 67] } },
];

export const table2 = convolutionalTable(
  {
    id: "gating/table-2",
    title: "Gated residual networks on your CIFAR-10 or CIFAR-100 files",
    paper:
      "Table 2: accuracy of ResNet 34 and ResNet 110 as ReLU networks and as DLGN on CIFAR-10 and CIFAR-100. Batches of 16, 20 epochs, Adam with rate 2e-4 and beta 4 are chosen here, and batch normalisation takes the statistics of its batch in evaluation too. Measured: 4 to 12 hours of one core an epoch of 50000 images, and 1 to 2 GB.",
    cost: { quick: "1 s", full: "about 560 h" },
  },
  networks,
  { epochs: 20, batch: 16 },
);
