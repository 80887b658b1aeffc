import { minus, plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { coneCount } from "../../../theory/gating/regions/coneCount.js";
import { pathPolygon } from "../../../theory/gating/regions/pathPolygon.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, planeSizes } from "./parameters.js";
import { allPaths, randomGates } from "./ways/randomGates.js";

const { m, L, seed } = planeSizes;

export const conesByArcs = theorem({
  id: "gating/cones-by-arcs",
  kind: "formula",
  title:
    "Without biases, the active path regions of a DLGN with two inputs are cones; the overlap kernel on the arcs between their boundaries counts those with interior points.",
  notation: {
    ...notation,
    cones: "paths whose region has interior points",
    own: "the sum of K(k, k) over the arcs k of directions with constant gates, K the overlap kernel",
    shared: "the sum of K(k, k+1) over neighbouring arcs",
    everywhere: "paths that are active everywhere",
  },
  parameters: { m, L, seed },
  assumptions: [],
  claim: equation(symbol("cones"), plus(minus("own", "shared"), "everywhere")),
  source: paper("sections 3.1 and 3.2"),
  uses: ["gating/path-regions-convex"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the kernel on arcs in exact order",
        evaluate: (sizes) => Number(coneCount(randomGates({ ...sizes, biases: "none" }).W).cones),
      },
      right: {
        name: "exact polygons with an area, path by path",
        evaluate: (sizes) => {
          const gates = randomGates({ ...sizes, biases: "none" });
          return allPaths(gates).filter((path) => pathPolygon(gates.W, path).area.numerator > 0n).length;
        },
      },
      tolerance: counted,
    },
  ],
});
