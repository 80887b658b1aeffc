import { fashionCurves } from "./fashionCurves.js";

export const figure11 = fashionCurves({
  id: "gating/figure-11",
  title: "Active paths, tangent kernel and accuracy of a DLGN on simple and complex classes of Fashion-MNIST",
  paper:
    "Figure 11: as Figure 7, means of three runs. The clusters, the split, soft gates of beta 4 and batches of 64 are ours.",
  networks: ["DLGN-PWC"],
  cost: { quick: "12 s", full: "about 3 min" },
});
