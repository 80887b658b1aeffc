import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { type GateKind, patternCells } from "../../../theory/gating/regions/patternCells.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { areas, kinds, notation, planeSizes, size } from "./parameters.js";
import { areasByPattern, inOrder } from "./ways/areasByPattern.js";
import { randomGates } from "./ways/randomGates.js";

export const definitionPatternRegion = theorem({
  id: "gating/definition-activation-pattern-region",
  kind: "definition",
  title:
    "The activation pattern regions A_b of a ReLU network, and of a DLGN with eta in place of h, are polygons with edges in common that fill the plane.",
  notation: {
    ...notation,
    area_b: "the area of A_b in [-1,1]^2 as that of a polygon cut out layer by layer, for every pattern that occurs",
    share_b: "the area where the gates have the pattern b",
  },
  parameters: { ...planeSizes, L: size(2, 3, "Layers L; L - 1 of them are hidden."), gates: kinds },
  assumptions: [],
  claim: equation(symbol("area_b"), symbol("share_b")),
  source: paper("section 3.1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "exact polygons, split layer by layer",
        evaluate: (sizes) => {
          const { W, b } = randomGates(sizes);
          const cells = patternCells(W, { biases: b, gates: sizes.gates as GateKind });
          return inOrder(new Map(cells.map(({ pattern, areaNumber }) => [pattern.join("|"), areaNumber])));
        },
      },
      right: {
        name: "strips of the square, by the pattern in their middle",
        evaluate: (sizes) => inOrder(areasByPattern(randomGates(sizes), sizes.gates as GateKind)),
      },
      tolerance: areas,
    },
  ],
});
