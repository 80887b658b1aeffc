/** Theorem 9's sums over Gegenbauer coefficients, with what the last terms say about those that are left out. */
import type { Estimate } from "../../../numeric/estimate.js";
import { gegenbauerSimplexGap } from "../../../numeric/special/gegenbauer.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { gegenbauerExpansion } from "../../../theory/batchnorm/coefficients.js";

const TERMS = [32, 96, 256, 512] as const;
const LAST = 8;

/** sum_k weight(k) a_k^2 with the sum of the last terms, times the number of all, as its error. */
function series(energies: readonly number[], weight: (k: number) => number): { value: number; error: number } {
  let [value, error] = [0, 0];
  energies.forEach((energy, k) => {
    const term = weight(k) * energy;
    value += term;
    if (k >= energies.length - LAST) error += Math.abs(term) * energies.length;
  });
  return { value, error: error + 1e-13 * Math.abs(value) };
}

/** Twice as many terms until the tail is below 1e-10 of the sum. */
function summed(
  phi: Activation,
  batch: number,
  sum: (energies: readonly number[]) => { value: number; error: number },
): Estimate {
  let evals = 0;
  let found = { value: 0, error: Infinity };
  for (const terms of TERMS) {
    const { coefficients } = gegenbauerExpansion({ activation: phi, batch }, terms);
    evals += coefficients[0]!.evals;
    found = sum(coefficients.map(({ value }) => value * value));
    if (found.error <= 1e-10 * Math.abs(found.value)) break;
  }
  return { ...found, method: "series", evals, converged: found.error <= 1e-9 * Math.abs(found.value) };
}

/** sum_k a_k^2. */
export const energyBySeries = (phi: Activation, batch: number): Estimate =>
  summed(phi, batch, (energies) => series(energies, () => 1));

/** sum_k k (B-3+k)/(B-3) c_k a_k^2 / sum_k c_k a_k^2. */
export const rateBySeries = (phi: Activation, batch: number): Estimate =>
  summed(phi, batch, (energies) => {
    const gaps = gegenbauerSimplexGap(batch - 1, energies.length - 1);
    const top = series(energies, (k) => k * (1 + k / (batch - 3)) * gaps[k]!);
    const bottom = series(energies, (k) => gaps[k]!);
    const value = top.value / bottom.value;
    return { value, error: (top.error + value * bottom.error) / bottom.value };
  });

/** sum_k k h_k^2 / sum_(k >= 1) h_k^2 over Hermite coefficients. */
export const hermiteMeanDegree = (phi: Activation): Estimate =>
  summed(phi, Infinity, (energies) => {
    const top = series(energies, (k) => k);
    const bottom = series(energies, (k) => (k === 0 ? 0 : 1));
    const value = top.value / bottom.value;
    return { value, error: (top.error + value * bottom.error) / bottom.value };
  });
