import { fashionCurves } from "./fashionCurves.js";

export const figure12 = fashionCurves({
  id: "gating/figure-12",
  title: "Active paths, tangent kernel and accuracy of a ReLU network on simple and complex classes of Fashion-MNIST",
  paper:
    "Figure 12: as Figure 7 for a ReLU network, means of three runs. The clusters, the split, soft gates of beta 4 and batches of 64 are ours.",
  networks: ["ReLU"],
  cost: { quick: "7 s", full: "about 2 min" },
});
