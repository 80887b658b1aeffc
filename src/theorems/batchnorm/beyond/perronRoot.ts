/** Pi -> E[J^T Pi J] keeps semidefinite matrices semidefinite: its spectral radius has a semidefinite eigenmatrix, whose average is in span(G). */
import { domainError } from "../../../numeric/domain.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";

const claim = compare("GreaterEqual", symbol("lambda_G"), symbol("lambda_LM"));

interface Point {
  readonly B: number;
  readonly phi: Activation;
}

const bounded = (space: "L" | "M") => ({
  kind: "routes" as const,
  relation: "LessEqual" as const,
  left: {
    name: `the eigenvalue on ${space}, without its sign`,
    evaluate({ B, phi }: Point) {
      const found = batchNorm({ activation: phi, batch: B }).backward[space];
      if (found === null) throw domainError("phi", phi.text, "without jumps", "The eigenvalue is infinite.");
      return { ...found, value: Math.abs(found.value) };
    },
  },
  right: {
    name: "the eigenvalue on span(G)",
    evaluate: ({ B, phi }: Point) => batchNorm({ activation: phi, batch: B }).rate,
  },
  tolerance: { unit: "rel" as const, limit: 1e-13, why: "affine functions attain it, up to rounding" },
});

export const perronRoot = theorem({
  id: "batchnorm/perron-root",
  kind: "theorem",
  title: "The explosion rate is the largest eigenvalue of the gradient's operator",
  notation: { lambda_G: "the eigenvalue on span(G)", lambda_LM: "those on L and on M, with either sign" },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition C.12; for any activation it is ours" }],
  uses: ["batchnorm/backward-eigenvalues"],
  proof: { kind: "open", reason: "Perron and Frobenius on the semidefinite cone, in the words above; no steps." },
  checks: [bounded("L"), bounded("M")],
});
