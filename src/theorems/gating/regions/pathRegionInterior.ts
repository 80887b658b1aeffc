import { over, pi, root } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { pathPolygon } from "../../../theory/gating/regions/pathPolygon.js";
import { pathRegion } from "../../../theory/gating/regions/pathRegion.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, planeSizes } from "./parameters.js";
import { allPaths, type GateSizes, randomGates } from "./ways/randomGates.js";

const radii = (sizes: GateSizes): number[] => {
  const gates = randomGates(sizes);
  return allPaths(gates).map((path) => pathRegion(gates.W, path, { biases: gates.b, box: [-1, 1] }).radius);
};

const polygons = (sizes: GateSizes) => {
  const gates = randomGates(sizes);
  return allPaths(gates).map((path) => pathPolygon(gates.W, path, { biases: gates.b }));
};

const perimeter = ({ corners }: ReturnType<typeof pathPolygon>): number =>
  corners.reduce((sum, [x, y], i) => {
    const [u, v] = corners[(i + 1) % corners.length]!;
    return sum + Math.hypot(u - x, v - y);
  }, 0);

const roundoff = { unit: "abs", limit: 1e-9, why: "the linear program's tolerance" } as const;

export const pathRegionInterior = theorem({
  id: "gating/path-region-interior",
  kind: "proposition",
  title:
    "A path region of a DLGN has interior points where the linear program for its largest ball has a positive value, in any dimension; in the plane its radius lies between area/perimeter and (area/pi)^(1/2).",
  notation: {
    ...notation,
    r: "radius of a largest ball in A_pi and [-1,1]^2, 0 if there is none",
    area: "the area of the polygon",
  },
  parameters: planeSizes,
  assumptions: [],
  claim: compare("LessEqual", symbol("r"), root(over("area", pi))),
  source: paper("sections 2.2 and 3.1"),
  uses: ["gating/definition-active-path-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "paths with room for a disc, by linear programs",
        evaluate: (sizes) => radii(sizes).map((radius) => Number(radius > 1e-7)),
      },
      right: {
        name: "paths whose exact polygon has an area",
        evaluate: (sizes) => polygons(sizes).map(({ area }) => Number(area.numerator > 0n)),
      },
      tolerance: counted,
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "radii by linear programs",
        evaluate: (sizes) => radii(sizes).map((radius) => Math.max(0, radius)),
      },
      right: {
        name: "(area/pi)^(1/2) of the exact polygons",
        evaluate: (sizes) => polygons(sizes).map(({ areaNumber }) => Math.sqrt(areaNumber / Math.PI)),
      },
      tolerance: roundoff,
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "area/perimeter of the exact polygons",
        evaluate: (sizes) =>
          polygons(sizes).map((polygon) => (polygon.areaNumber > 0 ? polygon.areaNumber / perimeter(polygon) : 0)),
      },
      right: {
        name: "radii by linear programs",
        evaluate: (sizes) => radii(sizes).map((radius) => Math.max(0, radius)),
      },
      tolerance: roundoff,
    },
  ],
});
