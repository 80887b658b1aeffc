/**
 * The density on one band in theta, x = middle - half cos theta: rho half sin theta is smooth where edges are square roots, hard edges
 * included. Chebyshev polynomials on panels of theta (C. W. Clenshaw, A. R. Curtis, Numer. Math. 2 (1960) 197-205, at Fejer's nodes); the
 * worst panel is halved, down to cusps and to the edges that bands on top of each other have inside.
 */
import type { DysonSolution } from "../dysonSolution.js";
import type { DysonSweep } from "../solver/solveDyson.js";
import type { Band } from "./findBands.js";

export interface BandDensity {
  readonly band: Band;
  readonly mass: number;
  readonly error: number;
  /** Nodes and what they weigh in integrals of the density. */
  readonly energies: readonly number[];
  readonly weights: readonly number[];
  /** int_low^x rho. */
  readonly cumulative: (x: number) => number;
}

export interface BandRules {
  /** Of the mass, absolute. */
  readonly tolerance: number;
  readonly maxPanels: number;
}

const NODES = 32;
/** Halves of smaller panels are the same numbers. */
const LEAST_WIDTH = 1e-14;

const angles = Array.from({ length: NODES }, (_, j) => Math.PI * (1 - (j + 0.5) / NODES));
/** int_{-1}^t T_k. */
function chebyshevIntegral(k: number, t: number): number {
  const angle = Math.acos(t);
  const at = (m: number) => Math.cos(m * angle) - (m % 2 === 0 ? 1 : -1);
  if (k === 0) return t + 1;
  return k === 1 ? (t * t - 1) / 2 : (at(k + 1) / (k + 1) - at(k - 1) / (k - 1)) / 2;
}
/** int f over [-1, 1] is the sum of these with f at cos of the angles. */
const nodeWeights = angles.map((angle) => {
  let sum = 1;
  for (let k = 2; k < NODES; k += 2) sum += (2 * Math.cos(k * angle)) / (1 - k * k);
  return (2 * sum) / NODES;
});

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly energies: readonly number[];
  readonly weights: readonly number[];
  /** Of rho half sin theta in Chebyshev polynomials. */
  readonly coefficients: readonly number[];
  readonly mass: number;
  /** What coefficients left out may add, and errors of the densities. */
  readonly tail: number;
  readonly noise: number;
}

/** Beside an infinite density, where equations are singular, errors have no bound, but the density is right to its order. */
const noiseOf = ({ density, error }: DysonSolution): number => (density > 0 ? Math.min(density, error) : error);

function panelOf(sweep: DysonSweep, { low, high }: Band, from: number, to: number): Panel {
  const [middle, half] = [(low.value + high.value) / 2, (high.value - low.value) / 2];
  const width = (to - from) / 2;
  const thetas = angles.map((angle) => (from + to) / 2 + width * Math.cos(angle));
  const energies = thetas.map((theta) => middle - half * Math.cos(theta));
  const points = energies.map(sweep);
  const slopes = thetas.map((theta) => half * Math.sin(theta));
  // an atom inside the band has a node on it by accident only
  const values = points.map(({ density }, j) => (Number.isFinite(density) ? density * slopes[j]! : 0));
  const coefficients = angles.map((_, k) => {
    const sum = values.reduce((total, value, j) => total + value * Math.cos(k * angles[j]!), 0);
    return ((k === 0 ? 1 : 2) * sum) / NODES;
  });
  const weights = values.map((value, j) => width * nodeWeights[j]! * value);
  return {
    from,
    to,
    energies,
    weights,
    coefficients,
    mass: weights.reduce((total, weight) => total + weight, 0),
    tail: width * Math.max(...coefficients.slice(-3).map(Math.abs)),
    noise: points.reduce((total, point, j) => total + width * nodeWeights[j]! * slopes[j]! * noiseOf(point), 0),
  };
}

const sumOf = (panels: readonly Panel[], of: (panel: Panel) => number): number =>
  panels.reduce((total, panel) => total + of(panel), 0);

/** Halves panels until what they leave out is below the tolerance, or the noise of their densities. */
function panelsOf(sweep: DysonSweep, band: Band, { tolerance, maxPanels }: BandRules): Panel[] {
  const panels = [panelOf(sweep, band, 0, Math.PI)];
  while (panels.length < maxPanels && sumOf(panels, ({ tail }) => tail) > tolerance) {
    const open = panels.filter(({ tail, noise, from, to }) => tail > noise && to - from > LEAST_WIDTH);
    if (open.length === 0) break;
    const worst = open.reduce((most, panel) => (panel.tail > most.tail ? panel : most));
    const middle = (worst.from + worst.to) / 2;
    const halves = [panelOf(sweep, band, worst.from, middle), panelOf(sweep, band, middle, worst.to)];
    panels.splice(panels.indexOf(worst), 1, ...halves);
  }
  return panels;
}

export function bandDensity(sweep: DysonSweep, band: Band, rules: BandRules): BandDensity {
  const panels = panelsOf(sweep, band, rules);
  const mass = sumOf(panels, (panel) => panel.mass);
  const [middle, half] = [(band.low.value + band.high.value) / 2, (band.high.value - band.low.value) / 2];
  return {
    band,
    mass,
    error: sumOf(panels, ({ tail, noise }) => tail + noise),
    energies: panels.flatMap(({ energies }) => energies),
    weights: panels.flatMap(({ weights }) => weights),
    cumulative: (x) => {
      const theta = Math.acos(Math.min(1, Math.max(-1, (middle - x) / half)));
      const place = panels.findIndex(({ to }) => theta <= to);
      const { from, to, coefficients } = panels.at(place)!;
      const t = Math.min(1, Math.max(-1, (2 * theta - from - to) / (to - from)));
      const within = coefficients.reduce((total, c, k) => total + c * chebyshevIntegral(k, t), 0);
      const below = sumOf(panels.slice(0, place < 0 ? -1 : place), (panel) => panel.mass);
      return Math.min(mass, Math.max(0, below + ((to - from) / 2) * within));
    },
  };
}
