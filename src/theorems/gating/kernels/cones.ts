import { domainError } from "../../../numeric/domain.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { activeArcs } from "../../../theory/gating/kernels/activeArcs.js";
import { gateNormals } from "../../../theory/gating/network/gateNormals.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, networkSizes, size } from "../ways/parameters.js";
import { plainGates, plainPaths } from "../ways/plainPaths.js";
import { networkOf } from "../ways/randomNetworks.js";

const plane = {
  L: networkSizes.L,
  m: size(1, 4, "Neurons of each hidden layer m."),
  seed: networkSizes.seed,
} as const;

interface Values {
  readonly L: number;
  readonly m: number;
  readonly seed: number;
}

const networkIn = (model: "dlgn" | "relu", values: Values) =>
  networkOf(model, { ...values, d: 2, C: 1, weights: "gaussian" });

/** Whether half-planes {n.x >= 0} meet in more than a line: some boundary direction, turned a little either way, or nothing to cut. */
function meets(normals: readonly (readonly number[])[]): boolean {
  const turned = normals.flatMap(([x, y]) =>
    [1, -1].flatMap((side) =>
      [1e-7, -1e-7].map((e) => {
        const angle = Math.atan2(y, x) + (side * Math.PI) / 2 + e;
        return [Math.cos(angle), Math.sin(angle)];
      }),
    ),
  );
  return turned.some(([a, b]) => normals.every(([x, y]) => x * a + y * b > 0));
}

/** Maximal runs of directions, of 4000, on which each path is active. */
function runs(values: Values): number {
  const network = networkIn("relu", values);
  const paths = plainPaths(network.widths.slice(1, -1));
  const count = 4000;
  const active = Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.5)) / count;
    const gates = plainGates(network, [Math.cos(angle), Math.sin(angle)]);
    return paths.map((path) => path.every((i, l) => gates[l][i] === 1));
  });
  return paths.reduce((sum, _, p) => {
    const starts = active.filter((own, k) => own[p] && !active[(k + count - 1) % count][p]).length;
    return sum + (starts === 0 && active[0][p] ? 1 : starts);
  }, 0);
}

export const cones = theorem({
  id: "gating/cones",
  kind: "theorem",
  title:
    "For two inputs and no biases, the path regions of a DLGN that are not empty are counted by the overlap kernel of neighbouring arcs.",
  notation: {
    N: "the number of paths whose region has an interior",
    S: "the sum over arcs of Lambda(x_k, x_k) - Lambda(x_k, x_(k+1)), plus the number of paths that are active all round",
  },
  parameters: plane,
  assumptions: [],
  claim: equation(symbol("N"), symbol("S")),
  source: paper("sections 3.1 and 3.2; this statement is ours"),
  uses: ["gating/overlap-kernel"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "paths whose half-planes meet in more than a line, one by one",
        evaluate: (values) => {
          const network = networkIn("dlgn", values);
          const normals = gateNormals(network).map((each) => each.normals);
          return plainPaths(network.widths.slice(1, -1)).filter((path) => meets(path.map((i, l) => normals[l][i])))
            .length;
        },
      },
      right: {
        name: "from the overlap kernel",
        evaluate: (values) => activeArcs(networkIn("dlgn", values)).components,
      },
      tolerance: counted,
    },
    {
      kind: "routes",
      left: { name: "of a ReLU network: runs of directions on which a path is active", evaluate: runs },
      right: {
        name: "the same sum for its arcs",
        evaluate: (values) => {
          const { breakpoints, components } = activeArcs(networkIn("relu", values));
          const gaps = breakpoints.map((from, k) => (breakpoints[k + 1] ?? breakpoints[0] + 2 * Math.PI) - from);
          if (gaps.some((gap) => gap < 2e-3)) {
            throw domainError("seed", values.seed, "arcs that the directions resolve", "Take another seed.");
          }
          return components;
        },
      },
      tolerance: counted,
      cases: { count: 40, why: "4000 directions at each point" },
    },
  ],
});
