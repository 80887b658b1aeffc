import { kernelFigure } from "./kernelFigure.js";

export const figure3 = kernelFigure({
  id: "gating/figure-3",
  title: "The overlap kernel grows on the half where the target is slow",
  paper:
    "Figure 3: the trace-normalised overlap kernel of a ReLU network and a DLGN at the start, epoch 3 and epoch 200.",
  cost: { quick: "4 s", full: "10 s" },
  kernel: "overlap",
  claims: [
    { network: "ReLU", epoch: 3, more: "top" },
    { network: "DLGN, beta 4", epoch: 3, more: "top" },
    { network: "DLGN, beta 4", epoch: 200, more: "top" },
  ],
});
