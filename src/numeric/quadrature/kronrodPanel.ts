import { integrandError } from "./result.js";

/**
 * The 21-point Kronrod extension of 10-point Gauss-Legendre on one panel, for an integrand with m components.
 *
 * Source: A. S. Kronrod (1965); error estimate of R. Piessens et al., QUADPACK (1983), sec. 2.2.2:
 *   error = resasc min(1, (200 |K - G| / resasc)^1.5),  resasc = integral of |f - mean f|.
 * Nodes and weights were computed at 60 digits from the Stieltjes polynomial (generate_quadrature.py; a test compares
 * these constants with its 34-digit output). Ours: the roundoff floor is 10 units of 2^-52 of the integral of |f| (QUADPACK: 50),
 * the error is never
 * below |K - G| (QUADPACK's falls short of the truth below 1e-11), and a panel at its floor is reported as settled, since bisection cannot improve it.
 */

/** Positive nodes, ascending; Gauss nodes have odd index. */
export const KRONROD_NODES = Float64Array.of(
  0,
  0.14887433898163122,
  0.2943928627014602,
  0.4333953941292472,
  0.5627571346686047,
  0.6794095682990244,
  0.7808177265864169,
  0.8650633666889845,
  0.9301574913557082,
  0.9739065285171717,
  0.9956571630258081,
);
export const KRONROD_WEIGHTS = Float64Array.of(
  0.1494455540029169,
  0.14773910490133849,
  0.14277593857706009,
  0.13470921731147334,
  0.12349197626206584,
  0.10938715880229764,
  0.0931254545836976,
  0.07503967481091996,
  0.054755896574351995,
  0.032558162307964725,
  0.011694638867371874,
);
/** Gauss weight of node 2j+1. */
export const GAUSS_WEIGHTS = Float64Array.of(
  0.29552422471475287,
  0.26926671930999635,
  0.21908636251598204,
  0.1494513491505806,
  0.06667134430868814,
);
export const PANEL_EVALS = 21;

const FLOOR = 10 * 2 ** -52;
/** Panels narrower than this, relative to their place, are not bisected: their nodes would coincide. */
const NARROW = 2 ** -45;
const OFF_CENTRE = 0.41;

/** Writes the m components of the integrand at x into `out`. */
export type VectorIntegrand = (x: number, out: Float64Array) => void;

export interface Panel {
  readonly a: number;
  readonly b: number;
  readonly values: Float64Array;
  readonly errors: Float64Array;
  /** |K - G|, without the estimate built on it. */
  readonly differences: Float64Array;
  /** No component would gain from bisection. */
  readonly settled: boolean;
}

/** Scratch for one integration: 21 samples of m components. */
export interface PanelScratch {
  readonly samples: Float64Array;
  readonly one: Float64Array;
}

export function panelScratch(m: number): PanelScratch {
  return { samples: new Float64Array(PANEL_EVALS * m), one: new Float64Array(m) };
}

export function kronrodPanel(f: VectorIntegrand, a: number, b: number, m: number, scratch: PanelScratch): Panel {
  const centre = a / 2 + b / 2;
  const half = b / 2 - a / 2;
  for (let i = 0; i <= 10; i++) {
    sample(f, centre - half * KRONROD_NODES[i], scratch, (10 - i) * m);
    if (i > 0) sample(f, centre + half * KRONROD_NODES[i], scratch, (10 + i) * m);
  }
  const values = new Float64Array(m);
  const errors = new Float64Array(m);
  const differences = new Float64Array(m);
  const panel = { a, b, values, errors, differences };
  let settled = true;
  for (let c = 0; c < m; c++) settled = component(scratch.samples, m, c, panel) && settled;
  const tooNarrow = b - a <= NARROW * Math.max(Math.abs(a), Math.abs(b));
  return { ...panel, settled: settled || tooNarrow };
}

function sample(f: VectorIntegrand, x: number, { samples, one }: PanelScratch, at: number): void {
  f(x, one);
  for (let c = 0; c < one.length; c++) {
    const y = one[c];
    if (!Number.isFinite(y)) {
      throw integrandError(x, y, "Put a breakpoint at a singularity, or use the double-exponential rule there.");
    }
    samples[at + c] = y;
  }
}

/** Fills value, error and difference of component c; true when the error is at its floor. */
function component(samples: Float64Array, m: number, c: number, panel: Omit<Panel, "settled">): boolean {
  const half = panel.b / 2 - panel.a / 2;
  let kronrod = KRONROD_WEIGHTS[0] * samples[10 * m + c];
  let gauss = 0;
  let size = Math.abs(kronrod);
  for (let i = 1; i <= 10; i++) {
    const left = samples[(10 - i) * m + c];
    const right = samples[(10 + i) * m + c];
    kronrod += KRONROD_WEIGHTS[i] * (left + right);
    size += KRONROD_WEIGHTS[i] * (Math.abs(left) + Math.abs(right));
    if (i % 2 === 1) gauss += GAUSS_WEIGHTS[i >> 1] * (left + right);
  }
  const mean = kronrod / 2;
  let spread = 0;
  for (let i = -10; i <= 10; i++) spread += KRONROD_WEIGHTS[Math.abs(i)] * Math.abs(samples[(10 + i) * m + c] - mean);
  const difference = Math.abs(kronrod - gauss);
  const quadpack = spread > 0 ? spread * Math.min(1, ((200 * difference) / spread) ** 1.5) : difference;
  const estimate = Math.max(quadpack, difference);
  const floor = FLOOR * size;
  panel.values[c] = half * kronrod;
  panel.errors[c] = half * Math.max(estimate, floor);
  panel.differences[c] = half * difference;
  return estimate <= floor;
}

/**
 * Two parts of a panel. |K - G| can be small by luck where a kink meets the nodes, so each part is charged an eighth of the gap
 * between the parent and the sum of its parts. And it is blind to a kink or jump within 0.2 % of a panel's end: a gap that the
 * parent's own |K - G| confirms but neither half explains means one at the middle, and the cut is made again off-centre.
 */
export function bisect(
  f: VectorIntegrand,
  panel: Panel,
  m: number,
  scratch: PanelScratch,
): { parts: [Panel, Panel]; evals: number } {
  const halves = cut(f, panel, 0.5, m, scratch);
  if (!halves.unexplained) return { parts: halves.parts, evals: 2 * PANEL_EVALS };
  return { parts: cut(f, panel, OFF_CENTRE, m, scratch).parts, evals: 4 * PANEL_EVALS };
}

function cut(
  f: VectorIntegrand,
  panel: Panel,
  at: number,
  m: number,
  scratch: PanelScratch,
): { parts: [Panel, Panel]; unexplained: boolean } {
  const middle = (1 - at) * panel.a + at * panel.b;
  const left = kronrodPanel(f, panel.a, middle, m, scratch);
  const right = kronrodPanel(f, middle, panel.b, m, scratch);
  const gaps = panel.values.map((value, c) => Math.abs(value - (left.values[c] + right.values[c])));
  const unexplained = gaps.some(
    (gap, c) => gap > panel.differences[c] / 50 && left.errors[c] + right.errors[c] < gap / 50,
  );
  const shares = gaps.map((gap) => gap / 8);
  return { parts: [charged(left, shares), charged(right, shares)], unexplained };
}

function charged(panel: Panel, shares: Float64Array): Panel {
  if (panel.b - panel.a <= NARROW * Math.max(Math.abs(panel.a), Math.abs(panel.b))) return panel;
  const raised = shares.some((share, c) => share > panel.errors[c]);
  return raised ? { ...panel, errors: panel.errors.map((e, c) => Math.max(e, shares[c])), settled: false } : panel;
}
