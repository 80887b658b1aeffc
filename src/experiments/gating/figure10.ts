import { halfPlaneFigure } from "./halfPlaneFigure.js";

export const figure10 = halfPlaneFigure({
  id: "gating/figure-10",
  title: "Where the neurons of a DLGN are active after training",
  paper: "Figure 10: where each neuron of a DLGN is active at the end of training.",
  epoch: 200,
  neurons: Array.from({ length: 16 }, (_, i) => i),
  claims: true,
});
