import { arrangementCount, arrangementStep } from "../../../../proofs/gating/arrangementCount.js";
import { minus, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { planeRegions } from "../../../theory/gating/regions/planeRegions.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, planeSizes } from "./parameters.js";
import { hasInterior } from "./ways/faces.js";
import { type HalfPlane, halfPlanes } from "./ways/halfPlanes.js";
import { type GateSizes, randomGates } from "./ways/randomGates.js";

/** Patterns of all neurons whose half-planes have interior points in common, neuron by neuron. */
function patternsWithRoom(sizes: GateSizes): number {
  let regions: HalfPlane[][] = [[]];
  for (const [a, b, c] of halfPlanes(randomGates(sizes)).flat()) {
    if (a === 0 && b === 0) continue;
    const both: HalfPlane[] = [
      [a, b, c],
      [-a, -b, -c],
    ];
    regions = regions.flatMap((sides) => both.map((side) => [...sides, side]).filter(hasInterior));
  }
  return regions.length;
}

const exactCount = (sizes: GateSizes) => {
  const { W, b } = randomGates(sizes);
  return planeRegions(W, { biases: b }).linear.plane.regions;
};

const pairs = over(times("n", minus("n", 1)), 2);

export const linearPatternCount = theorem({
  id: "gating/linear-pattern-count",
  kind: "proposition",
  title:
    "Boundaries of a DLGN with two inputs are lines: it has at most 1 + n + n(n-1)/2 activation pattern regions for n hidden neurons, as many as regions between the lines.",
  notation: {
    ...notation,
    F: "the number of activation pattern regions of positive area",
    n: "m (L-1), the hidden neurons",
  },
  parameters: { ...planeSizes, m: { ...planeSizes.m, max: 2 } },
  assumptions: [],
  claim: compare("LessEqual", symbol("F"), plus(1, "n", pairs)),
  source: paper("section 3.1"),
  uses: ["gating/definition-activation-pattern-region"],
  proof: { kind: "steps", file: "proofs/gating/arrangementCount.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [arrangementCount, arrangementStep],
      because:
        "lines in general position reach the bound; parallel or equal lines and three through a point make fewer regions, as fewer pieces of the new line are cut",
    },
    {
      kind: "routes",
      left: { name: "1 + lines + crossings, counted with multiplicity by exact arithmetic", evaluate: exactCount },
      right: { name: "patterns with room for a disc, by linear programs", evaluate: patternsWithRoom },
      tolerance: counted,
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "1 + lines + crossings, counted with multiplicity by exact arithmetic", evaluate: exactCount },
      right: {
        name: "1 + n + n(n-1)/2",
        evaluate: ({ m, L }) => {
          const n = m * (L - 1);
          return 1 + n + (n * (n - 1)) / 2;
        },
      },
      tolerance: counted,
    },
  ],
});
