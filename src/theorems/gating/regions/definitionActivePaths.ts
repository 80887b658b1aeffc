import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { toNumber } from "../../../symbolic/rational.js";
import { pathPolygon } from "../../../theory/gating/regions/pathPolygon.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { areas, notation, planeSizes } from "./parameters.js";
import { openGates, openPaths } from "./ways/forward.js";
import { allPaths, randomGates } from "./ways/randomGates.js";
import { strips } from "./ways/strips.js";

export const definitionActivePaths = theorem({
  id: "gating/definition-active-paths",
  kind: "definition",
  title:
    "The paths A(x) that are active at a point and the regions A_pi count the same pairs: the areas of all regions sum to the integral of |A(x)|, the product of the numbers of open gates.",
  notation: {
    ...notation,
    total: "the sum over all paths of the area of A_pi in [-1,1]^2",
    mean: "the integral over [-1,1]^2 of the product over layers of the number of open gates",
  },
  parameters: planeSizes,
  assumptions: [],
  claim: equation(symbol("total"), symbol("mean")),
  source: paper("section 3.1"),
  uses: ["gating/definition-active-path-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "exact polygons, path by path",
        evaluate: (sizes) => {
          const gates = randomGates(sizes);
          const own = allPaths(gates).map((path) => pathPolygon(gates.W, path, { biases: gates.b }).area);
          return own.reduce((sum, area) => sum + toNumber(area), 0);
        },
      },
      right: {
        name: "strips of the square, weighed with the number of active paths",
        evaluate: (sizes) => {
          const gates = randomGates(sizes);
          let sum = 0;
          strips(gates, "linear", (x, area) => {
            sum += area * openPaths(openGates(gates, x, "linear"));
          });
          return sum;
        },
      },
      tolerance: areas,
    },
  ],
});
