import { fashionCurves } from "./fashionCurves.js";

export const figure7 = fashionCurves({
  id: "gating/figure-7",
  title: "Active paths, tangent kernel and accuracy on simple and complex classes of Fashion-MNIST",
  paper:
    "Figure 7: of a DLGN on Fashion-MNIST whose last five classes are cut up and relabelled. The clusters, the split, soft gates of beta 4 and batches of 64 are ours.",
  networks: ["DLGN-PWC", "ReLU", "DLGN-PWC, centred", "ReLU, centred"],
  cost: { quick: "40 s", full: "about 7 min" },
});
