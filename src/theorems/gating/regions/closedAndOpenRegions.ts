import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { pathHalfSpaces } from "../../../theory/gating/regions/pathHalfSpaces.js";
import { pathPolygon } from "../../../theory/gating/regions/pathPolygon.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { areas, notation, planeSizes } from "./parameters.js";
import { preactivations } from "./ways/forward.js";
import { allPaths, type GateSizes, randomGates } from "./ways/randomGates.js";
import { strips } from "./ways/strips.js";

/** Areas of {all preactivations on the path > 0}, by strips. */
function openAreas(sizes: GateSizes): number[] {
  const gates = randomGates(sizes);
  const paths = allPaths(gates);
  const sums = paths.map(() => 0);
  strips(gates, "linear", (x, area) => {
    const eta = preactivations(gates, x, "linear");
    for (const [k, path] of paths.entries()) if (path.every((i, l) => eta[l]![i]! > 0)) sums[k]! += area;
  });
  return sums;
}

const closedArea = (sizes: GateSizes, path: readonly number[]) => {
  const { W, b } = randomGates(sizes);
  return pathPolygon(W, path, { biases: b }).areaNumber;
};

/** Whether a neuron of the path is 0 everywhere. */
const hasSilent = (sizes: GateSizes, path: readonly number[]) => {
  const { W, b } = randomGates(sizes);
  return pathHalfSpaces(W, path, { biases: b }).some(({ normal, offset }) => [...normal, offset].every((n) => n === 0));
};

export const closedAndOpenRegions = theorem({
  id: "gating/closed-and-open-regions",
  kind: "remark",
  title:
    "Regions with >= 0 and with > 0 differ in their boundary, and in all of their area where a neuron of the path is 0 everywhere.",
  notation: {
    ...notation,
    open_pi: "the area of {eta > 0 along the path} in [-1,1]^2, for every path",
    closed_pi: "that of A_pi = {eta >= 0 along the path}",
    z_pi: "0 if the weights of a neuron of the path cancel and its preactivation is 0 everywhere, else 1",
  },
  parameters: planeSizes,
  assumptions: [],
  claim: equation(symbol("open_pi"), times("z_pi", "closed_pi")),
  source: paper("Eqns. 2 and 4, section 3.2"),
  uses: ["gating/definition-active-path-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "strips where all preactivations are positive", evaluate: openAreas },
      right: {
        name: "exact polygons of the paths without a neuron that is 0",
        evaluate: (sizes) =>
          allPaths(randomGates(sizes)).map((path) => (hasSilent(sizes, path) ? 0 : closedArea(sizes, path))),
      },
      tolerance: areas,
    },
  ],
  printed: {
    claim: equation(symbol("open_pi"), symbol("closed_pi")),
    says: "A path region, with gates open at 0, is said to be a union of pattern regions, whose gates are shut there. It is up to its boundary, but not where weights cancel and a neuron is 0 everywhere.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { m: 1, L: 2, biases: "none", seed: 26 },
      left: { name: "strips where all preactivations are positive", evaluate: openAreas },
      right: {
        name: "exact polygons",
        evaluate: (sizes) => allPaths(randomGates(sizes)).map((path) => closedArea(sizes, path)),
      },
      tolerance: areas,
    },
  },
});
