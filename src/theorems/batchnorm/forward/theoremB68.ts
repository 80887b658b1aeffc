import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { denseHomogeneous } from "../ways/denseHomogeneous.js";
import { forwardByPairs } from "../ways/forwardByPairs.js";
import { groupedEigenvalues } from "../ways/groupedEigenvalues.js";
import { proofNamed } from "../ways/proofNamed.js";
import { printedForward } from "./forwardForms.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

/** Whole degrees, where the dense operator's Gauss rules are exact to rounding. */
const whole = (alpha: number) => Math.max(1, Math.min(3, Math.round(alpha)));

export const theoremB68 = theorem({
  id: "batchnorm/theorem-b-68",
  kind: "theorem",
  title:
    "The linearised covariance map of a homogeneous activation has the eigenvalue 0 on span(G) and two closed forms on L and M.",
  notation: {
    ...homogeneousNotation,
    lambda_L: "the eigenvalue on L, dimension B-1",
    lambda_M: "the eigenvalue on M, dimension B(B-3)/2",
  },
  parameters: { B: { set: "integer", min: 4, max: 10_000, doc: "Batch size B." }, ...homogeneous },
  assumptions: [],
  claim: proofNamed("theorem-b68-l").claim,
  source: paper("Theorem B.68"),
  uses: ["batchnorm/lemma-b-50", "batchnorm/theorem-b-66", "batchnorm/definition-b-41"],
  proof: { kind: "steps", file: "proofs/batchnorm/forwardEigenvalues.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "all eigenvalues of the dense B^2 x B^2 operator for B = 4 or 5 and the nearest whole degree, by a spectral decomposition",
        evaluate: ({ B, alpha, p, m }) => {
          const batch = B % 2 === 0 ? 4 : 5;
          const { forward } = denseHomogeneous({ alpha: whole(alpha), p, m }, batch);
          const groups = groupedEigenvalues(forward, batch, 1e-7);
          return groups.flatMap(({ value, multiplicity }) => new Array<number>(multiplicity).fill(value));
        },
      },
      right: {
        name: "0 once, the printed eigenvalues B-1 and B(B-3)/2 times",
        evaluate: ({ B, alpha, p, m }) => {
          const batch = B % 2 === 0 ? 4 : 5;
          const { L, M } = printedForward({ alpha: whole(alpha), p, m }, batch);
          const all = [
            0,
            ...new Array<number>(batch - 1).fill(L),
            ...new Array<number>((batch * (batch - 3)) / 2).fill(M),
          ];
          return all.sort((x, y) => y - x);
        },
      },
      tolerance: { unit: "abs", limit: 1e-7, why: "14 Gauss nodes in each of the three directions of a cell at B = 5" },
      cases: { count: 24, why: "a quadrature over the sphere and a spectral decomposition a point" },
    },
    {
      kind: "routes",
      left: {
        name: "lambda_L and lambda_M by integrals over the angle between two samples",
        evaluate: ({ B, ...phi }) => {
          const { L, M } = forwardByPairs(phi, B);
          return [L, M];
        },
      },
      right: {
        name: "the printed eigenvalues",
        evaluate: ({ B, ...phi }) => {
          const { L, M } = printedForward(phi, B);
          return [L, M];
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-11,
        why: "mu, in every denominator, cancels where J_phi is nearly constant, by up to 30",
      },
    },
    {
      kind: "exact",
      proofs: [
        proofNamed("forward-g"),
        proofNamed("theorem-b68-l"),
        proofNamed("theorem-b68-m"),
        proofNamed("forward-l"),
        proofNamed("forward-m"),
      ],
    },
    {
      kind: "reference",
      at: { B: 128, alpha: 1, p: 1, m: 0 },
      value: "0.9824133927971643757",
      origin: "test/reference/batchnorm.json: arc-cosine closed form in mpmath, cross-checked with angular quadrature",
      way: {
        name: "lambda_L of ReLU by the library",
        evaluate: ({ B }) => batchNorm({ activation: activation("relu"), batch: B }).forward.L!,
      },
      tolerance: { unit: "rel", limit: 1e-15, why: "rounding of the last digits of a double" },
    },
    {
      kind: "reference",
      at: { B: 128, alpha: 1, p: 1, m: 0 },
      value: "0.719989257332898967",
      origin: "test/reference/batchnorm.json: arc-cosine closed form in mpmath, cross-checked with angular quadrature",
      way: {
        name: "lambda_M of ReLU by the library",
        evaluate: ({ B }) => batchNorm({ activation: activation("relu"), batch: B }).forward.M!,
      },
      tolerance: { unit: "rel", limit: 1e-15, why: "rounding of the last digits of a double" },
    },
  ],
});
