import { minus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { regionCounts } from "../../../theory/gating/regions/regionCounts.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, planeSizes } from "./parameters.js";
import { edgesOf } from "./ways/faces.js";
import { openGates } from "./ways/forward.js";
import { type HalfPlane, halfPlanes } from "./ways/halfPlanes.js";
import { type GateSizes, latticePoint, randomGates, streamOf } from "./ways/randomGates.js";

/** Faces of the region of the DLGN's pattern at a lattice point. */
function facesAtPoint(sizes: GateSizes): number {
  const gates = randomGates(sizes);
  const x = latticePoint(streamOf(sizes.seed, 1), 2);
  const open = openGates(gates, x, "linear").flat();
  const sides = halfPlanes(gates).flat();
  return edgesOf(sides.map(([a, b, c], k): HalfPlane => (open[k] ? [a, b, c] : [-a, -b, -c])));
}

export const patternFaces = theorem({
  id: "gating/pattern-faces",
  kind: "remark",
  title: "An activation pattern region of a DLGN has at most m (L-1) faces, one for each hidden neuron.",
  notation: { ...notation, faces: "the number of faces of an activation pattern region" },
  parameters: planeSizes,
  assumptions: [],
  claim: compare("LessEqual", symbol("faces"), times("m", minus("L", 1))),
  source: paper("section 3.1"),
  uses: ["gating/definition-activation-pattern-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "half-planes that bear an edge, by linear programs", evaluate: facesAtPoint },
      right: { name: "m (L-1)", evaluate: ({ m, L }) => regionCounts(m, L).patternFaces },
      tolerance: counted,
    },
  ],
  printed: {
    claim: equation(symbol("faces"), times("m", "L")),
    says: "Section 3.1 prints mL faces. There are m (L-1) hidden neurons, and some of their half-spaces may bear no face.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { m: 3, L: 3, biases: "random", seed: 1 },
      left: { name: "half-planes that bear an edge, by linear programs", evaluate: facesAtPoint },
      right: { name: "m L", evaluate: ({ m, L }) => m * L },
      tolerance: counted,
    },
  },
});
