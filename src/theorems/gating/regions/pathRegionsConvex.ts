import { halfSpaceConvex } from "../../../../proofs/gating/halfSpaceConvex.js";
import { minus, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, planeSizes, size } from "./parameters.js";
import { openGates, openPaths } from "./ways/forward.js";
import { type GateSizes, latticePoint, randomGates, streamOf } from "./ways/randomGates.js";

/** The open gates at two points and at one between them. */
function gatesBetween(sizes: GateSizes & { readonly d: number }) {
  const gates = randomGates(sizes, sizes.d);
  const stream = streamOf(sizes.seed, 3);
  const [x, y] = [latticePoint(stream, sizes.d), latticePoint(stream, sizes.d)];
  const t = Math.floor(stream.uniform() * 9) / 8;
  const z = x.map((entry, i) => entry + t * (y[i]! - entry));
  return [x, y, z].map((point) => openGates(gates, point, "linear"));
}

const bothOpen = (a: readonly (readonly boolean[])[], b: readonly (readonly boolean[])[]) =>
  a.map((layer, l) => layer.map((is, i) => is && b[l]![i]!));

export const pathRegionsConvex = theorem({
  id: "gating/path-regions-convex",
  kind: "proposition",
  title:
    "Every active path region of a DLGN is a convex polyhedron: a path that is active at two points is active between them.",
  notation: {
    ...notation,
    eta_x: "a neuron's value at x",
    eta_y: "at y",
    eta_z: "at x + t (y - x), 0 <= t <= 1",
  },
  parameters: { d: size(1, 5, "Inputs d."), ...planeSizes },
  assumptions: [],
  claim: equation(symbol("eta_z"), plus(times(minus(1, "t"), "eta_x"), times("t", "eta_y"))),
  source: paper("sections 2.2 and 3.1"),
  uses: ["gating/definition-active-path-region"],
  proof: { kind: "steps", file: "proofs/gating/halfSpaceConvex.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [halfSpaceConvex],
      because:
        "it says so along the two coordinates of a neuron's input in which x and y differ; the mean of numbers from 0 up is from 0 up",
    },
    {
      kind: "routes",
      left: {
        name: "paths active at both points and between them",
        evaluate: (sizes) => {
          const [x, y, z] = gatesBetween(sizes);
          return openPaths(bothOpen(bothOpen(x!, y!), z!));
        },
      },
      right: {
        name: "paths active at both points",
        evaluate: (sizes) => {
          const [x, y] = gatesBetween(sizes);
          return openPaths(bothOpen(x!, y!));
        },
      },
      tolerance: counted,
    },
  ],
});
