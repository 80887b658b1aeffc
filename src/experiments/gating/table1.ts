import { type Architecture, convolutional5 } from "../../simulation/gating/convolutional/architecture.js";
import { convolutionalTable, type TableRow } from "./convolutionalTable.js";

const layer = { kind: "convolution", filters: 4, stride: 1 } as const;
const small: Architecture = {
  name: "2 convolutions of 4 filters",
  layers: [layer, layer],
  dense: [8],
  normalised: false,
};

const shared = { architecture: convolutional5, small };

const networks: readonly TableRow[] = [
  { ...shared, name: "ReLU", model: "relu", printed: { "CIFAR-10": [96.3, 72.17] } },
  { ...shared, name: "DLGN", model: "dlgn", printed: { "CIFAR-10": [85.3, 73.2] } },
  { ...shared, name: "DLGN-PWC", model: "dlgn-pwc", printed: { "CIFAR-10": [84.9, 72.2] } },
  { ...shared, name: "DLN", model: "dln", printed: { "CIFAR-10": [42.3, 40.79] } },
];

export const table1 = convolutionalTable(
  {
    id: "gating/table-1",
    title: "Gated convolutional networks on your CIFAR-10 files",
    paper:
      "Table 1: accuracy of a ReLU network, DLGN, DLGN-PWC and a deep linear network of five convolutions on CIFAR-10; Adam, rate 2e-4. Batches of 32, 40 epochs and beta 4 are chosen here. Measured: 0.2 to 0.5 hours of one core an epoch of 50000 images.",
    cost: { quick: "1 s", full: "about 60 h" },
  },
  networks,
  { epochs: 40, batch: 32 },
);
