import { domainError } from "../../../numeric/domain.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { activeArcs } from "../../../theory/gating/kernels/activeArcs.js";
import { coneCount } from "../../../theory/gating/regions/coneCount.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, networkSizes } from "../ways/parameters.js";
import { plainGates, plainPaths } from "../ways/plainPaths.js";
import { networkOf } from "../ways/randomNetworks.js";

interface Values {
  readonly L: number;
  readonly m: number;
  readonly seed: number;
}

const networkIn = (model: "dlgn" | "relu", values: Values) =>
  networkOf(model, { ...values, d: 2, C: 1, weights: "gaussian" });

const DIRECTIONS = 4000;

/** Maximal runs of the directions on which each path is active. */
function runs(values: Values): number {
  const network = networkIn("relu", values);
  const paths = plainPaths(network.widths.slice(1, -1));
  const active = Array.from({ length: DIRECTIONS }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.5)) / DIRECTIONS;
    const gates = plainGates(network, [Math.cos(angle), Math.sin(angle)]);
    return paths.map((path) => path.every((i, l) => gates[l][i] === 1));
  });
  return paths.reduce((sum, _, p) => {
    const starts = active.filter((own, k) => own[p] && !active.at(k - 1)![p]).length;
    return sum + (starts === 0 && active[0][p] ? 1 : starts);
  }, 0);
}

export const reluCones = theorem({
  id: "gating/relu-cones",
  kind: "theorem",
  title:
    "For two inputs and no biases, the overlap kernel of neighbouring arcs counts the arcs of directions in which paths are active, of a ReLU network too: a path may have several.",
  notation: {
    N: "runs of neighbouring directions in which a path is active, summed over all paths; their cones meet in x = 0",
    S: "the sum over arcs of Lambda(x_k, x_k) - Lambda(x_k, x_(k+1)), plus the number of paths that are active all round",
  },
  parameters: { L: networkSizes.L, m: networkSizes.m, seed: networkSizes.seed },
  assumptions: [],
  claim: equation(symbol("N"), symbol("S")),
  source: paper("sections 3.1 and 3.2; this statement is ours"),
  uses: ["gating/overlap-kernel", "gating/cones-by-arcs"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "of a ReLU network: runs of directions on which a path is active", evaluate: runs },
      right: {
        name: "the sum over its arcs, layer by layer",
        evaluate: (values) => {
          const { breakpoints, components } = activeArcs(networkIn("relu", values));
          const gaps = breakpoints.map((from, k) => (breakpoints[k + 1] ?? breakpoints[0] + 2 * Math.PI) - from);
          if (gaps.some((gap) => gap < 7 / DIRECTIONS)) {
            throw domainError("seed", values.seed, "arcs that the directions resolve", "Take another seed.");
          }
          return components;
        },
      },
      tolerance: counted,
      cases: { count: 60, why: "4000 directions at each point" },
    },
    {
      kind: "routes",
      left: {
        name: "of a DLGN: its arcs in double precision",
        evaluate: (values) => activeArcs(networkIn("dlgn", values)).components,
      },
      right: {
        name: "its cones in exact arithmetic",
        evaluate: (values) => Number(coneCount(networkIn("dlgn", values).W).cones),
      },
      tolerance: counted,
    },
  ],
});
