import { largestEntry } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { chartTransition, roundMetric } from "../../../theory/grouping/geometry/stereographic.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { charts, inBothCharts, reflection } from "./charts.js";
import { bruteMember, enoughPoints, family, notation, rounding } from "./settings.js";
import { both, moved } from "./ways.js";

export const definitionC6 = theorem({
  id: "grouping/definition-c-6",
  kind: "definition",
  title: "A Riemannian metric is one quadratic form in all coordinates: v.G v in theta is w.G* w in eta, w = G v.",
  notation: { ...notation, v: "a tangent vector in theta", w: "the same one in eta", A: "v.G v", B: "w.G* w" },
  parameters: { ...family, ...charts },
  assumptions: [enoughPoints],
  claim: equation(symbol("A"), symbol("B")),
  source: paper("Definition C.6"),
  uses: ["grouping/definition-c-5", "grouping/dual-metric"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the variance of <v, g>, by sums of exponentials, v = theta'",
        evaluate: (values) => {
          const { law, mean } = bruteMember(values, values.theta);
          const v = values.theta_2;
          return values.G.reduce((sum, row, k) => sum + law[k]! * (dot(v, row) - dot(v, mean)) ** 2, 0);
        },
      },
      right: {
        name: "w.G* w",
        evaluate: (values) => {
          const [{ fisherMetric, dualMetric }] = both(values).members;
          const w = fisherMetric.map((row) => dot(row, values.theta_2));
          const form = dot(
            w,
            dualMetric.map((row) => dot(row, w)),
          );
          return moved([form], 1e-14 * largestEntry(dualMetric) * (1 + largestEntry(fisherMetric)) ** 2)[0]!;
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: { name: "the round metric of the sphere", evaluate: ({ u }) => roundMetric(inBothCharts(u)).flat() },
      right: {
        name: "the one of the other chart, pulled back by the reflection over |u|^2",
        evaluate: ({ u }) => {
          const metric = roundMetric(chartTransition(u));
          const J = reflection(u).map((row) => row.map((entry) => entry / dot(u, u)));
          return u.flatMap((_, i) =>
            u.map((__, j) => J.reduce((sum, row, k) => sum + row[i]! * metric[k]![k]! * J[k]![j]!, 0)),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
