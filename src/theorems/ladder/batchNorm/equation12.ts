import {
  weightedBatchNormDiagonal,
  weightedBatchNormOffDiagonal,
} from "../../../../proofs/ladder/weightedBatchNorm.js";
import {
  eventProduct,
  ladderBatchNorm,
  ladderBatchNormBackward,
} from "../../../theory/ladder/batchNorm/ladderBatchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { normalisationDerivative } from "../ways/normalisation.js";
import { batch, gain, gradient, jacobianEntries } from "./settings.js";
import { weightedSpread } from "./weightedSpread.js";

const squaredNorm = (p: readonly number[], a: readonly number[], b: readonly number[]) => {
  const sum = a.map((value, z) => value + b[z]!);
  return eventProduct(p, sum, sum);
};

export const equation12 = theorem({
  id: "ladder/equation-12",
  kind: "formula",
  title:
    "Over events, batch norm's Jacobian is c1/sigma times the projection off f and 1 under the inner product E_z[a b], for activations that are functions of the event.",
  notation: {
    J_ij: "derivative of the output at event i by f at event j, i != j; J_ii = c_1/sigma (1 - p_i - p_i t_i^2)",
    "t_i, t_j": "(f(z) - mu)/sigma at the two events",
    p_j: "P(z = j), a row of p",
  },
  parameters: {
    ...batch,
    p: { set: "stochastic", rows: 1, columns: "N", doc: "Probabilities of the events." },
    c_1: gain,
    g: gradient,
  },
  assumptions: [],
  claim: weightedBatchNormOffDiagonal.claim,
  source: paper("Eqn 12"),
  uses: ["ladder/theorem-5"],
  proof: { kind: "steps", file: "proofs/ladder/weightedBatchNorm.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [weightedBatchNormOffDiagonal, weightedBatchNormDiagonal],
      because: "all entries of J are of these two kinds",
    },
    {
      kind: "routes",
      left: {
        name: "the Jacobian",
        evaluate: ({ f, p, c_1 }) => ladderBatchNorm(p[0]!, weightedSpread(f, p[0]!), { c1: c_1 }).jacobian.flat(),
      },
      right: {
        name: "the derivative of the definition, by tangents",
        evaluate: ({ f, p, c_1 }) => normalisationDerivative(f, { probabilities: p[0]!, c1: c_1 }).flat(),
      },
      tolerance: jacobianEntries,
    },
    {
      kind: "routes",
      left: {
        name: "squared norms of f + J g and of 1 + J g under E_z",
        evaluate: ({ f, p, g }) => {
          const image = ladderBatchNormBackward(p[0]!, weightedSpread(f, p[0]!), g);
          return [f, f.map(() => 1)].map((own) => squaredNorm(p[0]!, own, image));
        },
      },
      right: {
        name: "those of f and of 1, plus that of J g: J g is orthogonal to both",
        evaluate: ({ f, p, g }) => {
          const image = ladderBatchNormBackward(p[0]!, weightedSpread(f, p[0]!), g);
          return [f, f.map(() => 1)].map((own) => eventProduct(p[0]!, own, own) + eventProduct(p[0]!, image, image));
        },
      },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding of products up to 1e4" },
    },
    {
      kind: "routes",
      left: {
        name: "E_z[f^2 J g], J applied to g",
        evaluate: ({ f, p, g }) => {
          const weights = p[0]!;
          const squares = f.map((value) => value ** 2);
          return eventProduct(weights, squares, ladderBatchNormBackward(weights, weightedSpread(f, weights), g));
        },
      },
      right: {
        name: "E_z[g J f^2], the derivative of the definition applied to f^2: J is self-adjoint",
        evaluate: ({ f, p, g }) => {
          const J = normalisationDerivative(f, { probabilities: p[0]! });
          const image = J.map((row) => row.reduce((sum, value, k) => sum + value * f[k]! ** 2, 0));
          return image.reduce((sum, value, z) => sum + p[0]![z]! * value * g[z]!, 0);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "rounding of 3e-16 over sigma^2, sigma at least 0.03, times f^2 g up to 27",
      },
    },
  ],
});
