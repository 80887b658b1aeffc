import { fashionKernels } from "./fashionKernels.js";

export const figure13 = fashionKernels({
  id: "gating/figure-13",
  title: "The DLGN's overlap kernel between classes of Fashion-MNIST, simple and complex",
  paper:
    "Figure 13: the overlap kernel of the DLGN, averaged over classes, at the start, middle and end. The clusters, the split, soft gates of beta 4 and batches of 64 are ours.",
  cost: { quick: "12 s", full: "about 3 min" },
  network: "DLGN-PWC",
  kernel: "overlap",
});
