/**
 * The density on one band as a Fourier series in theta, x = mid - half cos theta: rho sin theta is even and 2 pi-periodic, and smooth where
 * edges are square roots, hard edges included. Integrals and the cumulative follow term by term.
 */
import type { DysonSweep } from "../solver/solveDyson.js";
import type { Band } from "./findBands.js";

export interface BandDensity {
  readonly band: Band;
  readonly mass: number;
  readonly error: number;
  /** Nodes and what they weigh in integrals of the density. */
  readonly energies: Float64Array;
  readonly weights: Float64Array;
  readonly densities: Float64Array;
  /** int_low^x rho. */
  readonly cumulative: (x: number) => number;
}

export interface BandRules {
  /** Of the mass, absolute. */
  readonly tolerance: number;
  readonly maxNodes: number;
}

interface Level {
  readonly energies: Float64Array;
  readonly densities: Float64Array;
  readonly values: Float64Array;
  readonly mass: number;
  readonly noise: number;
}

function levelOf(sweep: DysonSweep, { low, high }: Band, nodes: number): Level {
  const [middle, half] = [(low.value + high.value) / 2, (high.value - low.value) / 2];
  const energies = new Float64Array(nodes);
  const values = new Float64Array(nodes);
  const densities = new Float64Array(nodes);
  let [sum, noise] = [0, 0];
  for (let j = 0; j < nodes; j++) {
    const theta = ((j + 0.5) * Math.PI) / nodes;
    energies[j] = middle - half * Math.cos(theta);
    const { density, error } = sweep(energies[j]);
    // an atom inside the band has a node on it by accident only
    densities[j] = Number.isFinite(density) ? density : 0;
    values[j] = densities[j] * half * Math.sin(theta);
    sum += values[j];
    noise += error * half * Math.sin(theta);
  }
  return { energies, densities, values, mass: (sum * Math.PI) / nodes, noise: (noise * Math.PI) / nodes };
}

const cosineCoefficients = (values: Float64Array): Float64Array =>
  Float64Array.from({ length: values.length }, (_, k) => {
    let sum = 0;
    for (let j = 0; j < values.length; j++) sum += values[j] * Math.cos((k * (j + 0.5) * Math.PI) / values.length);
    return (2 * sum) / values.length;
  });

export function bandDensity(sweep: DysonSweep, band: Band, { tolerance, maxNodes }: BandRules): BandDensity {
  let nodes = 32;
  let before = levelOf(sweep, band, nodes);
  let now = before;
  let change = Number.POSITIVE_INFINITY;
  while (nodes < maxNodes && change > tolerance) {
    nodes *= 2;
    before = now;
    now = levelOf(sweep, band, nodes);
    change = Math.abs(now.mass - before.mass);
  }
  const [middle, half] = [(band.low.value + band.high.value) / 2, (band.high.value - band.low.value) / 2];
  const coefficients = cosineCoefficients(now.values);
  return {
    band,
    mass: now.mass,
    error: 2 * change + now.noise,
    energies: now.energies,
    densities: now.densities,
    weights: now.values.map((value) => (value * Math.PI) / nodes),
    cumulative: (x) => {
      const theta = Math.acos(Math.min(1, Math.max(-1, (middle - x) / half)));
      let sum = (coefficients[0] * theta) / 2;
      for (let k = 1; k < nodes; k++) sum += (coefficients[k] * Math.sin(k * theta)) / k;
      return Math.min(now.mass, Math.max(0, sum));
    },
  };
}
