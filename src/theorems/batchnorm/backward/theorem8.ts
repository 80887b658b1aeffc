/** The paper's text speaks of a ReLU network; the formula is that of every degree alpha. */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousActivation } from "../ways/homogeneous.js";
import { homogeneousNotation } from "../ways/homogeneousChecks.js";
import { homogeneousRate } from "../ways/homogeneousMoments.js";
import { exact, explosion, explosionOfMean } from "../ways/networks.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("theorem-8");
const origin = "test/reference/batchnorm.json: arc-cosine closed form and kink-split double quadrature (mpmath)";
const digits = [
  [4, "3.0840609480877326875"],
  [5, "2.2737066481931609823"],
  [8, "1.7881899766587481291"],
  [16, "1.58995041676516545403"],
  [64, "1.493062937803598659"],
  [128, "1.479681272322467691"],
] as const;
const relu = { alpha: 1, p: 1, m: 0 };

export const theorem8 = theorem({
  id: "batchnorm/theorem-8",
  kind: "theorem",
  title: "The explosion rate of a homogeneous activation in closed form",
  notation: homogeneousNotation,
  parameters: homogeneousParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 8, eq. (25)" }],
  uses: ["batchnorm/theorem-7", "batchnorm/theorem-c-11-g"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem8.ts" },
  checks: [
    exactly("theorem-8"),
    {
      kind: "routes",
      left: { name: "the Dirichlet form over two samples, by an angle", evaluate: (values) => homogeneousRate(values) },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-11, why: "terms of size 1/(2 alpha - 1) on both sides near degree 1/2" },
    },
    ...digits.map(([B, value]) => ({
      kind: "reference" as const,
      at: { B, ...relu },
      value,
      origin,
      way: rightSide(claim),
      tolerance: { unit: "rel" as const, limit: 1e-14, why: "a formula in doubles" },
    })),
    {
      kind: "simulation",
      name: "growth of the squared gradient a layer, E log",
      at: [
        { B: 8, ...relu },
        { B: 16, ...relu },
        { B: 8, alpha: 1, p: 1, m: 0.2 },
      ],
      atFull: [5, 32, 64, 100].map((B) => ({ B, ...relu })),
      experiment: ({ B, ...form }) => explosion({ activation: homogeneousActivation(form), batch: B, depth: 13 }),
      predict: (values) => exact(Math.log(homogeneousRate(values)), "Theorem 8"),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.006,
      budget: { quick: 800, full: 800 },
    },
    {
      kind: "simulation",
      name: "growth of the squared gradient a layer at B = 4, E log",
      at: [{ B: 4, ...relu }],
      experiment: ({ B, ...form }) => explosion({ activation: homogeneousActivation(form), batch: B, depth: 13 }),
      predict: (values) => exact(Math.log(homogeneousRate(values)), "Theorem 8"),
      width: { quick: 128, full: 500 },
      // 1/r^2 of B-1 = 3 degrees of freedom has the tail index 3/2: E log of a mean of N is off by N^(-1/2)
      order: 0.5,
      resolution: 0.04,
      budget: { quick: 800, full: 800 },
    },
    {
      kind: "simulation",
      name: "growth of the squared gradient over twelve layers, log E",
      at: [{ B: 8, ...relu }],
      experiment: ({ B, ...form }) => explosionOfMean({ activation: homogeneousActivation(form), batch: B, depth: 13 }),
      predict: (values) => exact(12 * Math.log(homogeneousRate(values)), "Theorem 8"),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.08,
      budget: { quick: 800, full: 800 },
    },
  ],
  printed: {
    claim,
    says: "The text states it for a ReLU network; with alpha other than 1 it is the rate of the alpha-ReLU and not of the ReLU.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { B: 8, alpha: 2, p: 1, m: 0 },
      left: {
        name: "the rate of the ReLU",
        evaluate: ({ B }) => homogeneousRate({ B, alpha: 1, p: 1, m: 0 }),
      },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-6, why: "both sides are known to 1e-13" },
    },
  },
});
