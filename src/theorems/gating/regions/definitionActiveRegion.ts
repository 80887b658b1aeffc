import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { pathHalfSpaces } from "../../../theory/gating/regions/pathHalfSpaces.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, planeSizes, size } from "./parameters.js";
import { isOpenAlong, openGates } from "./ways/forward.js";
import { allPaths, latticePoint, randomGates, streamOf } from "./ways/randomGates.js";

export const definitionActiveRegion = theorem({
  id: "gating/definition-active-path-region",
  kind: "definition",
  title:
    "The active region A_pi of a path of a DLGN is the intersection of the half-spaces of its neurons, one a layer.",
  notation: {
    ...notation,
    f_pi: "whether x lies in A_pi, for every path",
    g_pi: "whether normal_l x + offset_l >= 0 for l = 1, ..., L - 1, for every path",
  },
  parameters: { d: size(1, 5, "Inputs d."), ...planeSizes },
  assumptions: [],
  claim: equation(symbol("f_pi"), symbol("g_pi")),
  source: paper("section 3.1, Eqn. 4"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "gates along each path, layer by layer",
        evaluate: (sizes) => {
          const gates = randomGates(sizes, sizes.d);
          const open = openGates(gates, latticePoint(streamOf(sizes.seed, 1), sizes.d), "linear");
          return allPaths(gates).map((path) => Number(isOpenAlong(open, path)));
        },
      },
      right: {
        name: "the point in the half-spaces of each path",
        evaluate: (sizes) => {
          const gates = randomGates(sizes, sizes.d);
          const x = latticePoint(streamOf(sizes.seed, 1), sizes.d);
          return allPaths(gates).map((path) => {
            const halfSpaces = pathHalfSpaces(gates.W, path, { biases: gates.b });
            const values = halfSpaces.map(({ normal, offset }) =>
              normal.reduce((sum, n, i) => sum + n * x[i]!, offset),
            );
            return Number(values.every((value) => value >= 0));
          });
        },
      },
      tolerance: counted,
    },
  ],
});
