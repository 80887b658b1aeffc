import { halfPlaneFigure } from "./halfPlaneFigure.js";

export const figure9 = halfPlaneFigure({
  id: "gating/figure-9",
  title: "Where the neurons of a DLGN are active before training",
  paper: "Figure 9: where each neuron of a DLGN is active at the start.",
  epoch: 0,
  neurons: Array.from({ length: 16 }, (_, i) => i),
  claims: false,
});
