import {
  batchNormProjectionDiagonal,
  batchNormRank,
  batchNormProjection as projectionOffDiagonal,
} from "../../../../proofs/ladder/batchNormJacobian.js";
import { multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { batchNormProjection } from "../../../theory/ladder/batchNorm/batchNormProjection.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { equalWeights, normalisationDerivative } from "../ways/normalisation.js";
import { batch, differing, entryRounding, gain, jacobianEntries } from "./settings.js";

/** I - Q Q^T, Q an orthonormal basis of span{1, f} by Gram and Schmidt. */
function complement(f: readonly number[]): readonly number[] {
  const one = f.map(() => 1 / Math.sqrt(f.length));
  const without = (v: readonly number[], q: readonly number[]) => {
    const along = v.reduce((sum, value, i) => sum + value * q[i]!, 0);
    return v.map((value, i) => value - along * q[i]!);
  };
  const rest = without(without(f, one), one);
  const own = rest.map((value) => value / Math.hypot(...rest));
  return f.flatMap((_, i) => f.map((__, j) => Number(i === j) - one[i]! * one[j]! - own[i]! * own[j]!));
}

export const equation77 = theorem({
  id: "ladder/equation-77",
  kind: "formula",
  title: "Batch norm's Jacobian is c1/sigma times I - S S^T/N, a symmetric projection of rank N - 2.",
  notation: { rank: "rank of the projection: its trace", S: "the columns (f - mu)/sigma and 1" },
  parameters: { ...batch, c_1: gain },
  assumptions: [],
  claim: batchNormRank.claim,
  source: paper("Eqn 77"),
  uses: ["ladder/theorem-5", "ladder/equation-76"],
  proof: { kind: "steps", file: "proofs/ladder/batchNormJacobian.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [batchNormRank, projectionOffDiagonal, batchNormProjectionDiagonal],
      because: "the square's entries are those of the projection, and the rank of a projection is its trace",
    },
    {
      kind: "routes",
      left: { name: "I - S S^T/N", evaluate: ({ f }) => batchNormProjection(differing(f)).projection.flat() },
      right: { name: "I - Q Q^T, Q orthonormal by Gram and Schmidt", evaluate: ({ f }) => complement(f) },
      tolerance: entryRounding,
    },
    {
      kind: "routes",
      left: {
        name: "the Jacobian",
        evaluate: ({ f, c_1 }) => batchNormProjection(differing(f), { c1: c_1 }).jacobian.flat(),
      },
      right: {
        name: "the derivative of the definition, by tangents",
        evaluate: ({ f, c_1 }) => normalisationDerivative(f, { probabilities: equalWeights(f.length), c1: c_1 }).flat(),
      },
      tolerance: jacobianEntries,
    },
    {
      kind: "routes",
      left: {
        name: "the square and the trace of the projection",
        evaluate: ({ f }) => {
          const { projection } = batchNormProjection(differing(f));
          return [...multiply(projection, projection).flat(), projection.reduce((sum, row, i) => sum + row[i]!, 0)];
        },
      },
      right: {
        name: "the projection, by Gram and Schmidt, and N - 2",
        evaluate: ({ N, f }) => [...complement(f), N - 2],
      },
      tolerance: entryRounding,
    },
  ],
});
