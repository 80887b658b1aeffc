import { fashionKernels } from "./fashionKernels.js";

export const figure15 = fashionKernels({
  id: "gating/figure-15",
  title: "The DLGN's tangent kernel between classes of Fashion-MNIST",
  paper:
    "Figure 15: the tangent kernel of the DLGN, averaged over classes, at the start, middle and end. The clusters, the split, soft gates of beta 4 and batches of 64 are ours.",
  cost: { quick: "12 s", full: "about 3 min" },
  network: "DLGN-PWC",
  kernel: "tangent",
});
