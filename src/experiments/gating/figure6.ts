import { halfPlaneFigure } from "./halfPlaneFigure.js";

export const figure6 = halfPlaneFigure({
  id: "gating/figure-6",
  title: "Most neurons of the last layer of a trained DLGN are active on the upper half-plane",
  paper: "Figure 6: where four of the 16 neurons of each layer of a DLGN are active at the end of training.",
  epoch: 200,
  neurons: [0, 1, 2, 3],
  claims: true,
});
