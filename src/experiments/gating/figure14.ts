import { fashionKernels } from "./fashionKernels.js";

export const figure14 = fashionKernels({
  id: "gating/figure-14",
  title: "The ReLU network's overlap kernel between classes of Fashion-MNIST",
  paper:
    "Figure 14: as Figure 13 for a ReLU network. The clusters, the split, soft gates of beta 4 and batches of 64 are ours.",
  cost: { quick: "7 s", full: "about 2 min" },
  network: "ReLU",
  kernel: "overlap",
});
