import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { minus, over, root, times } from "../../../symbolic/build.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { pathPolygon } from "../../../theory/gating/regions/pathPolygon.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { notation, planeSizes } from "./parameters.js";
import { preactivations } from "./ways/forward.js";
import { halfPlanes } from "./ways/halfPlanes.js";
import { type GateSizes, type Gates, quarters, randomGates, streamOf } from "./ways/randomGates.js";

/** The gates, and the same after every weight has moved by at most 1/1024. */
function movedPair(sizes: GateSizes): readonly [Gates, Gates] {
  const before = randomGates(sizes);
  const stream = streamOf(sizes.seed, 5);
  const move = (rows: readonly (readonly number[])[]) =>
    rows.map((row) => row.map((entry) => entry + quarters(stream, 4) / 1024));
  return [before, { W: before.W.map(move), b: move(before.b) }];
}

const firstPath = ({ m, L, seed }: GateSizes) => {
  const stream = streamOf(seed, 6);
  return Array.from({ length: L - 1 }, () => Math.floor(stream.uniform() * m));
};

const corners = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

const areaOf = ({ W, b }: Gates, path: readonly number[]) => pathPolygon(W, path, { biases: b }).areaNumber;

/** A gate changes sign only where |eta| is at most the largest change at a corner: in a strip of that half-width over |normal| across the square. */
function stripsOf(sizes: GateSizes): number {
  const [before, after] = movedPair(sizes);
  const at = (gates: Gates, x: readonly number[]) =>
    preactivations(gates, x, "linear").map((layer, l) => layer[firstPath(sizes)[l]!]!);
  const parts = halfPlanes(before).map((layer, l) => {
    const change = Math.max(...corners.map((x) => Math.abs(at(after, x)[l]! - at(before, x)[l]!)));
    const normal = norm(layer[firstPath(sizes)[l]!]!.slice(0, 2));
    // across the square a strip is at most a diagonal long
    return change === 0 ? 0 : normal === 0 ? 4 : (2 * change * Math.sqrt(8)) / normal;
  });
  return Math.min(
    4,
    parts.reduce((sum, part) => sum + part, 0),
  );
}

const widths = call("Sum", over("delta_l", "n_l"), symbol("l"), integer(1), minus("L", 1));

export const linearRegionsContinuous = theorem({
  id: "gating/linear-regions-continuous",
  kind: "proposition",
  title:
    "Where no normal of its neurons vanishes, the active region of a path of a DLGN changes by little when the weights do.",
  notation: {
    ...notation,
    change: "of the area of A_pi in [-1,1]^2",
    delta_l: "the largest change of eta_l in the square",
    n_l: "the length of its normal",
  },
  parameters: planeSizes,
  assumptions: [],
  claim: compare("LessEqual", symbol("change"), times(4, root(2), widths)),
  source: paper("section 2.2"),
  uses: ["gating/linear-gates-jump"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "change of the exact area of a path",
        evaluate: (sizes) => {
          const [before, after] = movedPair(sizes);
          const path = firstPath(sizes);
          return Math.abs(areaOf(after, path) - areaOf(before, path));
        },
      },
      right: { name: "strips around the boundaries, summed over the layers", evaluate: stripsOf },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of areas of at most 4" },
    },
  ],
});
