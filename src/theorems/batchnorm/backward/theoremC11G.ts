/** The explosion rate once more: C.11's three lines are Theorem 8, and the last of them is misprinted or damaged. */
import { theorem } from "../../theorem.js";
import { formula, rightSide, sides } from "../ways/formula.js";
import { homogeneousNotation, total } from "../ways/homogeneousChecks.js";
import { homogeneousRate } from "../ways/homogeneousMoments.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { erratumNamed, exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("theorem-c11-g");
const erratum = erratumNamed("c11");
const lastLine = sides(erratum.corrected).right;

export const theoremC11G = theorem({
  id: "batchnorm/theorem-c-11-g",
  kind: "theorem",
  title: "The gradient's eigenvalue on span(G) of a homogeneous activation, in three forms",
  notation: homogeneousNotation,
  parameters: homogeneousParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem C.11" }],
  uses: ["batchnorm/theorem-c-5-g", "batchnorm/theorem-c-8-g", "batchnorm/theorem-c-10-g"],
  proof: { kind: "steps", file: "proofs/batchnorm/theoremC11.ts" },
  checks: [
    exactly("theorem-c11-g"),
    {
      kind: "routes",
      left: { name: "the three parts by moments of two samples", evaluate: (values) => total(values, "G") },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-10, why: "terms of size 1/(2 alpha - 1) that cancel near degree 1/2" },
    },
    {
      kind: "routes",
      left: { name: "the Dirichlet form over two samples, by an angle", evaluate: (values) => homogeneousRate(values) },
      right: formula("the last line, corrected", lastLine),
      tolerance: { unit: "rel", limit: 1e-10, why: "terms of size 1/(2 alpha - 1) that cancel near degree 1/2" },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "The last line ends in (2 alpha - 1)(J_phi(1) - J_phi(rho)) where (2 alpha - 1) J_phi(rho) belongs.",
    damaged: true,
    refutation: { kind: "exact", erratum },
  },
});
