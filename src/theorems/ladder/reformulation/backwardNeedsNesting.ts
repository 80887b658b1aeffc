import { minus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { ladderFromAtoms } from "../../../theory/ladder/ladderFromAtoms.js";
import { locallyConnectedNetwork } from "../../../theory/ladder/network/network.js";
import { type Reformulation, reformulation } from "../../../theory/ladder/reformulation/reformulation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

interface Point {
  readonly p: number;
  readonly t_0: number;
  readonly t_1: number;
  readonly w: number;
}

/**
 * Pixel 0 is constant, pixel 1 shows the class. beta and alpha cover pixel 0 only; z_beta is the class all the same, z_alpha is constant.
 * k on beta -> j on alpha -> o on the image, with targets t_0 and t_1.
 */
function reportAt({ p, t_0, t_1, w }: Point): Reformulation {
  const ladder = ladderFromAtoms(
    [
      [0, 0],
      [0, 1],
    ],
    [1 - p, p],
    [
      { id: "beta", pixels: [0], labels: [0, 1] },
      { id: "alpha", pixels: [0], children: ["beta"], labels: [0, 0] },
      { id: "omega", pixels: [0, 1], children: ["alpha"], labels: [0, 1] },
    ],
    { nesting: "stochastic" },
  );
  const network = locallyConnectedNetwork(ladder, [
    { kind: "input", id: "k", region: "beta", raw: [1], gate: "relu" },
    { kind: "inner", id: "j", region: "alpha", inputs: [{ node: "k", weight: 1 }], gate: "relu" },
    { kind: "inner", id: "o", region: "omega", inputs: [{ node: "j", weight: w }], gate: "relu" },
  ]);
  return reformulation(network, { o: [t_0, t_1] });
}

export const backwardNeedsNesting = theorem({
  id: "ladder/backward-needs-nesting",
  kind: "remark",
  title:
    "Eqn 8 fails backwards although focus, broadness and decorrelation hold, where a label knows more than its region shows: Theorem 2 rests on labels that are functions of contents.",
  notation: {
    d: "E[g_k | z_beta = 1] less what Eqn 8 gives, where z_beta is the class and x_beta is constant",
    p: "P(class 1)",
    w: "the weight below the output",
  },
  parameters: {
    p: { set: "real", min: 0.05, max: 0.95, doc: "Probability of class 1." },
    t_0: { set: "real", min: -2, max: 2, doc: "Target of class 0." },
    t_1: { set: "real", min: -2, max: 2, doc: "Target of class 1." },
    w: { set: "real", min: 0.1, max: 2, doc: "Weight below the output." },
  },
  assumptions: [],
  claim: equation(symbol("d"), times("w", times(minus(1, "p"), minus("t_1", "t_0")))),
  source: paper("Theorem 2, Eqn 34"),
  uses: ["ladder/theorem-2"],
  proof: { kind: "open", reason: "Eqn 34 needs z_beta to be a function of x_j; the example is computed by hand." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "exact mean less Eqn 8",
        evaluate: (point) => {
          const { exact, gradient } = reportAt(point).nodes.find(({ node }) => node === "k")!;
          return exact.backward.gradient[1]! - gradient[1]!;
        },
      },
      right: { name: "w (1 - p) (t_1 - t_0)", evaluate: ({ p, t_0, t_1, w }) => w * (1 - p) * (t_1 - t_0) },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of products of numbers up to 4" },
    },
    {
      kind: "routes",
      left: {
        name: "residuals of focus, broadness and decorrelation, the largest of each",
        evaluate: (point) => {
          const { families, nodes } = reportAt(point);
          return [
            ...families.flatMap(({ focus, broadness }) => [focus.largest, broadness.largest]),
            ...nodes.flatMap(({ exact }) => [...exact.rawGateCovariance, ...exact.backward.rawGateCovariance]),
          ];
        },
      },
      right: {
        name: "zero",
        evaluate: (point) => {
          const { families, nodes } = reportAt(point);
          return [
            ...families.flatMap(() => [0, 0]),
            ...nodes.flatMap(({ exact }) =>
              [...exact.rawGateCovariance, ...exact.backward.rawGateCovariance].map(() => 0),
            ),
          ];
        },
      },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of probabilities and of covariances of numbers up to 4" },
    },
  ],
});
