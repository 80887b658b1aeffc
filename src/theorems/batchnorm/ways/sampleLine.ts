/**
 * Means over one and two samples of a batch of B as the paper's spherical integrals have them, by composite Gauss-Legendre:
 * z1 = sqrt(n) sin(s), z2 = -z1/n + sqrt(B(B-2)/n) cos(s) sin(t), n = B-1, with the densities
 *
 *   Gamma(n/2)/(sqrt(pi) Gamma((n-1)/2)) cos(s)^(B-3)      and      (B-3)/(2 pi) cos(s)^(B-3) cos(t)^(B-4),
 *
 * the second being that of Theorem 7, (B-3)(B(B-2))^(2-B/2)/(2 pi) Z^((B-5)/2) dz1 dz2, on |s|, |t| < pi/2. Panels are at most
 * two units of z wide, less for steep phi; kinks cut both lines, and the outer one also where the line z2 = kink enters the ellipse. The weights are not
 * normalised after the fact: constants are part of what is checked. B >= 4. Measured against series and closed
 * forms: 1e-10 relative, for algebraic singularities 3e-6.
 */
import { addPiece, type Cut, piecesOf } from "../../../numeric/quadrature/pieces.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { logCos } from "../../../numeric/special/logCos.js";
import type { Activation } from "../../../symbolic/activation/activation.js";

/** Beyond this many standard deviations a Gaussian weight and any phi of exponential growth leave nothing. */
const REACH = 9.5;
const POINTS = 24;
/** tanh-sinh, for ends where phi is neither smooth nor kinked. */
const SINGULAR_POINTS = 60;
const PANELS = [2, 1, 0.5] as const;

export type VisitPair = (z1: number, z2: number, weight: number) => void;

interface Line {
  readonly nodes: number[];
  readonly weights: number[];
}

/** Nodes in the angle for the weight cos^power, of which nothing is normalised. */
function angleLine(power: number, n: number, cuts: readonly Cut[], panel: number, graded = false): Line {
  const end = Math.min(Math.PI / 2, REACH / Math.sqrt(n));
  const panels = Math.max(2, Math.ceil((2 * end * Math.sqrt(n)) / panel));
  // a wall that rounding has put beside a cut would hide a singularity in a sliver
  const walls: Cut[] = Array.from({ length: panels - 1 }, (_, i) => ({
    at: -end + (2 * end * (i + 1)) / panels,
    oneSidedAnalytic: true,
  })).filter((wall) => cuts.every(({ at }) => Math.abs(at - wall.at) > 1e-9));
  const line: Line = { nodes: [], weights: [] };
  for (const piece of piecesOf(-end, end, [...walls, ...cuts])) {
    addPiece(piece, piece.regular ? POINTS : SINGULAR_POINTS, graded, (u, weight) => {
      line.nodes.push(u);
      line.weights.push(power === 0 ? weight : weight * Math.exp(power * logCos(u)));
    });
  }
  return line;
}

/** Places in z, with their kind, that lie on the sphere. */
export function breaksOf(activation: Activation, batch: number): Cut[] {
  const reach = Math.sqrt(batch - 1);
  return activation.facts.breakpoints
    .filter(({ at }) => Math.abs(at) < reach)
    .map(({ at, oneSidedAnalytic }) => ({ at, oneSidedAnalytic }));
}

/** Where the line z2 = at touches the ellipse; the inner integral has a power (n-2)/2 there: graded pieces for odd n. */
function touching({ at }: Cut, n: number): Cut[] {
  const kappa = at / Math.sqrt(n);
  const spread = Math.sqrt((1 - 1 / (n * n)) * (1 - kappa * kappa));
  return [-kappa / n - spread, -kappa / n + spread].map((sine) => ({
    at: Math.asin(Math.max(-1, Math.min(1, sine))),
    oneSidedAnalytic: true,
  }));
}

/** Visits the nodes of the mean over two samples. */
export function visitPairs(batch: number, breaks: readonly Cut[], visit: VisitPair, panel = PANELS[0] as number): void {
  const n = batch - 1;
  const root = Math.sqrt(n);
  const own = breaks.map(({ at, oneSidedAnalytic }) => ({ at: Math.asin(at / root), oneSidedAnalytic }));
  const graded = breaks.length > 0 && n % 2 === 1 && n < 25;
  const outer = angleLine(n - 2, n, [...own, ...breaks.flatMap((cut) => touching(cut, n))], panel, graded);
  const smooth = breaks.length === 0 ? angleLine(n - 3, n, [], panel) : null;
  const factor = (n - 2) / (2 * Math.PI);
  const across = Math.sqrt((batch * (batch - 2)) / n);
  outer.nodes.forEach((s, i) => {
    const z1 = root * Math.sin(s);
    const half = across * Math.cos(s);
    const cuts = breaks.flatMap(({ at, oneSidedAnalytic }) => {
      const sine = (at + z1 / n) / half;
      return Math.abs(sine) < 1 ? [{ at: Math.asin(sine), oneSidedAnalytic }] : [];
    });
    const inner = smooth ?? angleLine(n - 3, n, cuts, panel);
    for (let k = 0; k < inner.nodes.length; k++) {
      visit(z1, -z1 / n + half * Math.sin(inner.nodes[k]!), factor * outer.weights[i]! * inner.weights[k]!);
    }
  });
}

/** E f(z) over one sample. */
export function sampleMean(batch: number, breaks: readonly Cut[], f: (z: number) => number, panel = 1): number {
  const n = batch - 1;
  const root = Math.sqrt(n);
  const own = breaks.map(({ at, oneSidedAnalytic }) => ({ at: Math.asin(at / root), oneSidedAnalytic }));
  const line = angleLine(n - 2, n, own, panel);
  const factor = gammaRatio((n - 1) / 2, 0.5) / Math.sqrt(Math.PI);
  return line.nodes.reduce((sum, s, i) => sum + factor * line.weights[i]! * f(root * Math.sin(s)), 0);
}

/** The widest panels that resolve phi' along one line, where halving them changes E phi'^2 by less than 1e-10 of it. */
export function panelFor({ derivative }: Activation, batch: number, breaks: readonly Cut[]): number {
  const energy = (panel: number) => sampleMean(batch, breaks, (z) => derivative(z) ** 2, panel);
  const fine = energy(PANELS[2] / 2);
  return PANELS.find((panel) => Math.abs(energy(panel) - fine) <= 1e-10 * fine) ?? PANELS[2];
}
