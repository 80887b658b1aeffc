import type { Theorem } from "../theorems/theorem.js";

/** The derivations that a theorem's checks run: of its claim, and of what holds instead of the printed one. */
export function derivationSources({ checks, printed }: Theorem) {
  const proofs = checks.flatMap((check) => (check.kind === "exact" ? check.proofs : []));
  const refutation = printed?.refutation;
  const corrections = refutation?.kind === "exact" ? [refutation.erratum] : [];
  return [...proofs, ...corrections.filter(({ id }) => !proofs.some((proof) => proof.id === id))];
}
