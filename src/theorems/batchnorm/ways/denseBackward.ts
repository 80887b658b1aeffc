import { domainError } from "../../../numeric/domain.js";
import type { Estimate } from "../../../numeric/estimate.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { denseOperators } from "./denseOperators.js";
import { rayleighQuotients } from "./rayleighQuotients.js";

/** Gauss nodes in each direction of a cell. */
const NODES: Readonly<Record<number, number>> = { 4: 30, 5: 16 };
const FEWER = 4;

/**
 * An eigenvalue of Pi -> E[J^T Pi J] by a Rayleigh quotient of the dense operator on the sphere. Its error is what four nodes less
 * a direction change, by far too much: the rules converge exponentially. B = 4 and 5, phi smooth or kinked at 0; else a TheoryError.
 */
export function denseBackward(phi: Activation, B: number, space: "G" | "L" | "M"): Estimate {
  const nodes = NODES[B];
  if (nodes === undefined) throw domainError("B", B, "4 or 5", "Larger spheres take seconds.");
  if (phi.facts.breakpoints.some(({ at, oneSidedAnalytic }) => at !== 0 || !oneSidedAnalytic)) {
    throw domainError("phi", phi.text, "smooth, or kinked at 0", "Other kinks are not split.");
  }
  const [value, coarse] = [nodes, nodes - FEWER].map(
    (count) => rayleighQuotients(denseOperators(phi, B, { nodes: count }).backward, B)[space],
  ) as [number, number];
  const error = Math.abs(value - coarse);
  return { value, error, method: "dense", evals: 0, converged: error <= 1e-5 * Math.abs(value) };
}
