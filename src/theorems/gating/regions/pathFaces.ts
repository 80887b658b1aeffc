import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { regionCounts } from "../../../theory/gating/regions/regionCounts.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, planeSizes } from "./parameters.js";
import { edgesOf } from "./ways/faces.js";
import { halfPlanes } from "./ways/halfPlanes.js";
import { allPaths, type GateSizes, randomGates } from "./ways/randomGates.js";

/** The largest number of faces of a path's region. */
function mostFaces(sizes: GateSizes): number {
  const gates = randomGates(sizes);
  const sides = halfPlanes(gates);
  return Math.max(...allPaths(gates).map((path) => edgesOf(path.map((i, l) => sides[l]![i]!))));
}

export const pathFaces = theorem({
  id: "gating/path-faces",
  kind: "remark",
  title: "An active path region of a DLGN has at most L - 1 faces, one for each hidden layer.",
  notation: { ...notation, faces: "the largest number of faces of an active path region" },
  parameters: planeSizes,
  assumptions: [],
  claim: compare("LessEqual", symbol("faces"), minus("L", 1)),
  source: paper("section 3.1"),
  uses: ["gating/definition-active-path-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "half-planes that bear an edge, by linear programs", evaluate: mostFaces },
      right: { name: "L - 1", evaluate: ({ m, L }) => regionCounts(m, L).pathFaces },
      tolerance: counted,
    },
  ],
  printed: {
    claim: equation(symbol("faces"), symbol("L")),
    says: "Section 3.1 prints L faces. There is one half-space for each of the L - 1 hidden layers, and some of them may bear no face.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { m: 3, L: 3, biases: "random", seed: 1 },
      left: { name: "half-planes that bear an edge, by linear programs", evaluate: mostFaces },
      right: { name: "L", evaluate: ({ L }) => L },
      tolerance: counted,
    },
  },
});
