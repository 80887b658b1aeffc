/** Where the density is positive: a scan, then bisection. */
import type { DysonEquation } from "../dysonEquation.js";
import { type DysonSweep, dysonSweep } from "../solver/solveDyson.js";
import type { SpectralEdge } from "./deformedEdges.js";
import { supportBound } from "./supportBound.js";

export interface Band {
  readonly low: SpectralEdge;
  readonly high: SpectralEdge;
}

interface Scan {
  readonly energies: readonly number[];
  readonly densities: readonly number[];
}

const isInside = (density: number): boolean => density > 0 && density < Number.POSITIVE_INFINITY;

/** Bisects between a point inside and one outside, to `width`. */
function edgeBetween(sweep: DysonSweep, inside: number, outside: number, width: number): SpectralEdge {
  let [a, b] = [inside, outside];
  while (Math.abs(b - a) > width) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (isInside(sweep(middle).density)) a = middle;
    else b = middle;
  }
  return { value: (a + b) / 2, error: Math.abs(b - a) / 2 + width };
}

/** The least density between two energies by golden sections; stops where it is 0. */
function lowest(sweep: DysonSweep, from: number, to: number): { readonly energy: number; readonly density: number } {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [from, to];
  let [x, y] = [b - golden * (b - a), a + golden * (b - a)];
  let [p, q] = [sweep(x).density, sweep(y).density];
  for (let step = 0; step < 40; step++) {
    if (p === 0) return { energy: x, density: 0 };
    if (q === 0) return { energy: y, density: 0 };
    if (p < q) {
      [b, y, q] = [y, x, p];
      x = b - golden * (b - a);
      p = sweep(x).density;
    } else {
      [a, x, p] = [x, y, q];
      y = a + golden * (b - a);
      q = sweep(y).density;
    }
  }
  return p < q ? { energy: x, density: p } : { energy: y, density: q };
}

/** The scan with a point in every gap that falls between its points: minima of the density that reach 0. */
function withNarrowGaps(sweep: DysonSweep, { energies, densities }: Scan): Scan {
  const all = energies.map((energy, i) => ({ energy, density: densities[i]! }));
  for (let i = 1; i + 1 < energies.length; i++) {
    const [left, here, right] = [densities[i - 1]!, densities[i]!, densities[i + 1]!];
    // a gap deepens its surroundings: shallow minima hold none
    if (!(here > 0 && here <= left && here < right && here < 0.9 * Math.max(left, right))) continue;
    const found = lowest(sweep, energies[i - 1]!, energies[i + 1]!);
    if (found.density === 0) all.push(found);
  }
  all.sort((a, b) => a.energy - b.energy);
  return { energies: all.map(({ energy }) => energy), densities: all.map(({ density }) => density) };
}

/**
 * The intervals where the density is positive, from `points` energies over the support bound. A band or gap narrower than their
 * spacing can be missed; minima of the density between bands are followed down.
 * Gaps of 1e-7 of the bound or less count as cusps, where bands touch.
 */
export function findBands(equation: DysonEquation, points: number, width: number): Band[] {
  const { low, high } = supportBound(equation);
  const sweep = dysonSweep(equation, { tolerance: 1e-12 });
  const step = (high - low) / points;
  if (!(step > 0)) return [];
  // off the middle, where symmetric ensembles have their atoms; the ends are outside
  const energies = [low - step, ...Array.from({ length: points }, (_, k) => low + (k + 0.4871) * step), high + step];
  const scan = withNarrowGaps(sweep, { energies, densities: energies.map((energy) => sweep(energy).density) });
  const inside = scan.densities.map(isInside);
  const bands: Band[] = [];
  let start: SpectralEdge | null = null;
  for (let i = 1; i < inside.length; i++) {
    const [a, b] = [scan.energies[i - 1]!, scan.energies[i]!];
    if (!inside[i - 1] && inside[i]) start = edgeBetween(sweep, b, a, width);
    if (inside[i - 1] && !inside[i] && start !== null)
      bands.push({ low: start, high: edgeBetween(sweep, a, b, width) });
  }
  return joined(bands, 1e-7 * (high - low));
}

/** Bands that a cusp parts touch at its middle. */
function joined(bands: readonly Band[], width: number): Band[] {
  const out: Band[] = [];
  for (const band of bands) {
    const last = out.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : band.low.value - last.high.value;
    if (last === undefined || gap > width) {
      out.push(band);
      continue;
    }
    const cusp = { value: (last.high.value + band.low.value) / 2, error: gap / 2 + width / 100 };
    out[out.length - 1] = { ...last, high: cusp };
    out.push({ ...band, low: cusp });
  }
  return out;
}
