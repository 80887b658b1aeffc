import { lemma3Erratum, secondDifference } from "../../../../proofs/alignment/reluDependence.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { smallestSupNorm } from "../../../theory/alignment/noisyRecovery/smallestSupNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { boundaryPoint, faces } from "../ways/kinks.js";
import { seed, size } from "../ways/parameters.js";
import { centralRow, streamOf, unitBox } from "../ways/randomObjects.js";

interface Setting {
  readonly d: number;
  readonly K: number;
  readonly seed: number;
}

const rowsOf = ({ d, K, seed: from }: Setting) => {
  const stream = streamOf(from, 11);
  // boundaries pass the middle of the box within 0.52, so that a ball of radius 0.4 around the foot stays inside
  return Array.from({ length: K }, () => centralRow(stream, d));
};

export const lemma3 = theorem({
  id: "alignment/lemma-3",
  kind: "lemma",
  title:
    "On an open region where node j's boundary is visible and no other node has its hyperplane, sum_i c_i relu(w_i.x) + affine cannot vanish unless c_j = 0: its supremum is at least |c_j| |w~_j| rho/4 for a ball of radius rho on the boundary that no other boundary meets.",
  notation: {
    w: "|w~_j|, the length of the weights without the bias",
    c: "|c_j|",
    rho: "radius of a ball of the region centred on the boundary of j, free of other boundaries",
    h: "supremum over the region of |sum_i c_i relu(w_i.x) + affine|",
  },
  parameters: {
    d: size(1, 3, "Number of inputs; the region is the box [-1,1]^d."),
    K: size(1, 4, "Number of nodes."),
    seed,
  },
  assumptions: [],
  claim: compare(
    "LessEqual",
    call("Divide", call("Multiply", call("Multiply", symbol("c"), symbol("w")), symbol("rho")), integer(4)),
    symbol("h"),
  ),
  source: paper("Lemma 3, in a quantitative form"),
  uses: [],
  proof: { kind: "steps", file: "proofs/alignment/reluDependence.ts" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "|w~_j| rho/4 for the first node",
        evaluate: (setting) => {
          const [own, ...others] = rowsOf(setting);
          const inside = [...others, ...faces(setting.d)];
          const { clearance } = boundaryPoint(own!, inside, setting.seed, 0.4);
          return (Math.hypot(...own!.slice(0, -1)) * clearance) / 4;
        },
      },
      right: {
        name: "the smallest supremum with c_1 = 1 and everything else free, by a linear program on the vertices of the arrangement",
        evaluate: (setting) => {
          const rows = rowsOf(setting);
          const given = rows.map((_, i) => (i === 0 ? 1 : null));
          const { epsilon, error } = smallestSupNorm(rows, given, unitBox(setting.d));
          return { value: epsilon, error, method: "linear program", evals: 0, converged: true };
        },
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "the linear program's constraints count as met up to 1e-9" },
    },
    {
      kind: "exact",
      proofs: [secondDifference],
      because:
        "the second difference with steps rho along w~_j is |c_j| |w~_j| rho, and at most four times the supremum",
    },
  ],
  printed: {
    claim: lemma3Erratum.printed,
    says: "With co-linearity for gamma > 0 it is false: relu(z) - relu(-z) - z = 0 has c_j = 1. Nodes w and -w must count as co-linear.",
    damaged: false,
    refutation: { kind: "exact", erratum: lemma3Erratum },
  },
});
