import { minus, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { pathPolygon } from "../../../theory/gating/regions/pathPolygon.js";
import { type GateKind, patternCells } from "../../../theory/gating/regions/patternCells.js";
import { regionCounts } from "../../../theory/gating/regions/regionCounts.js";
import { reluPathRegion } from "../../../theory/gating/regions/reluPathRegion.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { areas, counted, kinds, notation, planeSizes, size } from "./parameters.js";
import { areasByPattern } from "./ways/areasByPattern.js";
import { allPaths, type GateSizes, randomGates } from "./ways/randomGates.js";

const isActive = (pattern: readonly string[], path: readonly number[]) =>
  path.every((neuron, l) => pattern[l]![neuron] === "1");

/** Areas of the regions of all paths: exact polygons, or exact unions of cells. */
function pathAreas(sizes: GateSizes & { readonly gates: string }): number[] {
  const { W, b } = randomGates(sizes);
  const areaOf = sizes.gates === "relu" ? reluPathRegion : pathPolygon;
  return allPaths({ W, b }).map((path) => areaOf(W, path, { biases: b }).areaNumber);
}

function unionAreas(sizes: GateSizes & { readonly gates: string }): number[] {
  const gates = randomGates(sizes);
  const patterns = [...areasByPattern(gates, sizes.gates as GateKind)];
  return allPaths(gates).map((path) =>
    patterns.reduce((sum, [key, area]) => (isActive(key.split("|"), path) ? sum + area : sum), 0),
  );
}

/** Patterns with an area that path 0, 0, ... is active in. */
function patternsOfPath(sizes: GateSizes & { readonly gates: string }): number {
  const { W, b } = randomGates(sizes);
  const cells = patternCells(W, { biases: b, gates: sizes.gates as GateKind, box: [-100, 100] });
  const path = W.map(() => 0);
  return cells.filter(({ pattern }) => isActive(pattern, path)).length;
}

export const pathRegionUnion = theorem({
  id: "gating/path-region-union",
  kind: "proposition",
  title:
    "An active path region is the union of the activation pattern regions with the neurons of the path active, as many as are not empty.",
  notation: {
    ...notation,
    area_pi: "the area of A_pi in [-1,1]^2, for every path",
    union_pi: "the areas of all A_b with b = 1 along the path, summed",
    regions_pi: "the number of those A_b",
  },
  parameters: { ...planeSizes, L: size(2, 3, "Layers L; L - 1 of them are hidden."), gates: kinds },
  assumptions: [],
  claim: equation(symbol("area_pi"), symbol("union_pi")),
  source: paper("section 3.1"),
  uses: ["gating/definition-active-path-region", "gating/definition-activation-pattern-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "exact areas of the paths' regions", evaluate: pathAreas },
      right: { name: "areas of patterns by strips, summed", evaluate: unionAreas },
      tolerance: areas,
    },
  ],
  printed: {
    claim: equation(symbol("regions_pi"), power(2, times(minus("m", 1), minus("L", 1)))),
    says: "That it is a union of precisely 2^((m-1)(L-1)) regions counts patterns that no input has: those regions are empty.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { m: 3, L: 3, biases: "random", seed: 2, gates: "relu" },
      left: { name: "cells of a large square in which the path is active", evaluate: patternsOfPath },
      right: { name: "2^((m-1)(L-1))", evaluate: ({ m, L }) => Number(regionCounts(m, L).patternsOfPath) },
      tolerance: counted,
    },
  },
});
