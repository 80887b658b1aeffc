import type { Activation } from "../../symbolic/activation/activation.js";

// Only 0 has doubles this near; what a pole does not overflow there, 0/0 of its powers may.
const NEAR = 1e-12;

/**
 * psi with its singular points themselves left out: a node that rounding puts where |x|^0.6 or log|x| has no finite slope
 * stands for a null set, and a derivative there that is infinite or 0/0 (exp(-1/x^2)) must not reach a sum.
 */
export function withoutSingularPoints(psi: Activation): Activation {
  const places = psi.facts.breakpoints.filter(({ oneSidedAnalytic }) => !oneSidedAnalytic).map(({ at }) => at);
  if (places.length === 0) return psi;
  const onOne = (x: number) => places.some((at) => Math.abs(x - at) <= NEAR);
  const left = (f: (x: number) => number) => (x: number) => {
    const y = f(x);
    return Number.isFinite(y) || !onOne(x) ? y : 0;
  };
  return Object.freeze({ ...psi, value: left(psi.value), derivative: left(psi.derivative) });
}
