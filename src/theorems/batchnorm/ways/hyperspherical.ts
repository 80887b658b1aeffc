/**
 * Theorem 4 as it stands, in the two angles:
 *
 *   q   = Gamma((B-1)/2)/(sqrt(pi) Gamma((B-2)/2)) int_0^pi phi(zeta_1)^2 sin^(B-3) theta_1,
 *   q c = (B-3)/(2 pi) int int phi(zeta_1) phi(zeta_2) sin^(B-3) theta_1 sin^(B-4) theta_2,
 *   zeta_1 = -sqrt(n) cos theta_1,   zeta_2 = cos theta_1/sqrt(n) - sqrt(B(B-2)/n) sin theta_1 cos theta_2,   n = B-1.
 *
 * Composite Gauss rules in either angle, cut where phi is not analytic: zeta_1 = tau, zeta_2 = tau, and in the outer angle also where
 * the inner cut leaves (0, pi), at cos(theta_1 +- delta) = tau/sqrt(n). Angles further than 10/sqrt(B) from the equator carry
 * nothing. B >= 4. Measured 1e-12 relative.
 */
import { addPiece, type Cut, piecesOf } from "../../../numeric/quadrature/pieces.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import type { Activation } from "../../../symbolic/activation/activation.js";

interface Nodes {
  readonly angles: number[];
  readonly weights: number[];
}

const REACH = 10;
/** Widest panel, in units of zeta. */
const PANEL = 0.8;
const POINTS = 18;

/** Nodes on the part of (0, pi) that counts. Panels end at the cuts, which may be algebraic singularities. */
function anglesFor(B: number, cuts: readonly Cut[]): Nodes {
  const half = Math.min(Math.PI / 2, REACH / Math.sqrt(B - 1));
  const nodes: Nodes = { angles: [], weights: [] };
  for (const piece of piecesOf(Math.PI / 2 - half, Math.PI / 2 + half, cuts)) {
    const width = piece.to - piece.from;
    const panels = Math.max(1, Math.ceil((width * Math.sqrt(B - 1)) / PANEL));
    for (let k = 0; k < panels; k++) {
      const ends = { from: piece.from + (width * k) / panels, to: piece.from + (width * (k + 1)) / panels };
      const regular = piece.regular || (k > 0 && k < panels - 1);
      addPiece({ ...ends, regular }, regular ? POINTS : 30, cuts.length > 0, (angle, weight) => {
        nodes.angles.push(angle);
        nodes.weights.push(weight);
      });
    }
  }
  return nodes;
}

/** arccos x, or nothing. */
const arccosine = (x: number): number[] => (Math.abs(x) < 1 ? [Math.acos(x)] : []);

export interface AngularFixedPoint {
  readonly q: number;
  readonly qc: number;
}

export function hypersphericalFixedPoint(phi: Activation, B: number): AngularFixedPoint {
  const n = B - 1;
  const [root, across] = [Math.sqrt(n), Math.sqrt((B * (B - 2)) / n)];
  const delta = Math.atan2(across, 1 / root);
  const breaks = phi.facts.breakpoints.filter(({ at }) => Math.abs(at) < root);
  const outerCuts = breaks.flatMap(({ at, oneSidedAnalytic }) => {
    const tangent = arccosine(at / root).flatMap((angle) => [
      angle - delta,
      angle + delta,
      delta - angle,
      2 * Math.PI - angle - delta,
    ]);
    return [...arccosine(-at / root), ...tangent].map((place) => ({ at: place, oneSidedAnalytic }));
  });
  const outer = anglesFor(B, outerCuts);
  const plain = breaks.length === 0 ? anglesFor(B, []) : null;
  let [q, qc] = [0, 0];
  outer.angles.forEach((theta, i) => {
    const [cosine, sine] = [Math.cos(theta), Math.sin(theta)];
    const value = phi.value(-root * cosine);
    const weight = outer.weights[i]! * sine ** (B - 3);
    q += weight * value * value;
    const cuts = breaks.flatMap(({ at, oneSidedAnalytic }) =>
      arccosine((cosine / root - at) / (across * sine)).map((place) => ({ at: place, oneSidedAnalytic })),
    );
    const inner = plain ?? anglesFor(B, cuts);
    let sum = 0;
    for (let k = 0; k < inner.angles.length; k++) {
      const angle = inner.angles[k]!;
      sum +=
        inner.weights[k]! * Math.sin(angle) ** (B - 4) * phi.value(cosine / root - across * sine * Math.cos(angle));
    }
    qc += weight * value * sum;
  });
  return {
    q: (q * gammaRatio((B - 2) / 2, 0.5)) / Math.sqrt(Math.PI),
    qc: (qc * (B - 3)) / (2 * Math.PI),
  };
}
