import { kernelFigure } from "./kernelFigure.js";

export const figure4 = kernelFigure({
  id: "gating/figure-4",
  title: "The tangent kernel is large where the target is slow, then where it is fast",
  paper:
    "Figure 4: the trace-normalised empirical tangent kernel of a ReLU network and a DLGN at the start, epoch 3 and epoch 200. Here of all weights, with soft gates.",
  cost: { quick: "6 s", full: "15 s" },
  kernel: "tangent",
  claims: (["ReLU", "DLGN, beta 4"] as const).flatMap((network) => [
    { network, epoch: 3, more: "top" as const },
    { network, epoch: 200, more: "bottom" as const },
  ]),
});
