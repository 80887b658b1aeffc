import { domainError } from "../../../numeric/domain.js";
import { assertShapes, modest } from "../../../numeric/shape.js";
import { type BregmanDivergence, bregmanDivergence } from "./bregmanDivergence.js";
import { assertStrictlyConvex, type ConvexFunction, convexShape } from "./convexFunction.js";

export interface ConvexDivergences {
  /** psi'(theta) and psi'(theta'). */
  readonly eta: readonly [number, number];
  /** D_psi[theta : theta']. */
  readonly psi: BregmanDivergence;
  /** D_psi*[eta : eta'], from psi*(eta) = theta eta - psi(theta). */
  readonly psiStar: BregmanDivergence;
}

/**
 * The divergences of a strictly convex psi between theta and theta', and those of its dual between their images; D_psi*[eta : eta'] =
 * D_psi[theta' : theta]. Domain: psi is finite and strictly convex from theta to theta'. Rounding: a few units of roundoff of the terms.
 * Source: Definitions D.2 to D.4 of the S-System paper. @throws TheoryError "domain" for psi, theta, thetaPrime.
 */
export function convexDivergences(convex: ConvexFunction, theta: number, thetaPrime: number): ConvexDivergences {
  assertShapes({ psi: convexShape, theta: modest, thetaPrime: modest }, { psi: convex, theta, thetaPrime });
  const { psi, slope } = convex.evaluate;
  for (const [name, at] of Object.entries({ theta, thetaPrime })) {
    if (Number.isFinite(psi(at)) && Number.isFinite(slope(at))) continue;
    throw domainError(name, at, `a number where ${convex.text} is finite`, "Take a point of the domain of psi.");
  }
  assertStrictlyConvex(convex, Math.min(theta, thetaPrime), Math.max(theta, thetaPrime));
  const eta = [slope(theta), slope(thetaPrime)] as const;
  const preimage = ([y]: readonly number[]) => (y === eta[0] ? theta : thetaPrime);
  const psiStar = ([y]: readonly number[]) => preimage([y!]) * y! - psi(preimage([y!]));
  return {
    eta,
    psi: bregmanDivergence(
      ([x]) => psi(x!),
      ([x]) => [slope(x!)],
      [theta],
      [thetaPrime],
    ),
    psiStar: bregmanDivergence(psiStar, (y) => [preimage(y)], [eta[0]], [eta[1]]),
  };
}
