import { fashionKernels } from "./fashionKernels.js";

export const figure16 = fashionKernels({
  id: "gating/figure-16",
  title: "The ReLU network's tangent kernel between classes of Fashion-MNIST",
  paper:
    "Figure 16: as Figure 15 for a ReLU network. The clusters, the split, soft gates of beta 4 and batches of 64 are ours.",
  cost: { quick: "7 s", full: "about 2 min" },
  network: "ReLU",
  kernel: "tangent",
});
