/**
 * One layer's covariance of a block state, weightVariance E[psi(u_i) psi(u_j)]. With f_a the values of group a, given the direction:
 *
 *   within_a = E[var f_a - cov f_a],
 *   between  = b_1 b_2/B E[(E f_1 - E f_2)^2 + sum_a (var f_a + (b_a-1) cov f_a)/b_a],
 *
 * cov between two samples of a group: sums over k >= 1 of the Gegenbauer series, so that a small variance keeps its digits.
 */
import type { Mapped } from "../blockRoute.js";
import { type Layer, valuesAt } from "./layer.js";

export function forwardMap(layer: Layer): Mapped {
  const { problem, state } = layer;
  const { sizes } = state;
  const batch = sizes[0] + sizes[1];
  const diagonal: [number, number] = [0, 0];
  const offDiagonal: [number, number] = [0, 0];
  const within: [number, number] = [0, 0];
  let [cross, between] = [0, 0];
  layer.forEach(({ weight }, groups) => {
    const means: number[] = [];
    let spread = 0;
    for (const a of [0, 1] as const) {
      const { line, u } = groups[a];
      const f = valuesAt(u, problem.psi.value);
      const series = line.project(f);
      const mean = series[0]!;
      const deviations = valuesAt(f, (value) => value - mean);
      const variance = line.single(deviations, deviations);
      const covariance = sizes[a] === 1 || state.within[a] === 0 ? variance : line.pair(series, series, 1);
      diagonal[a] += weight * (mean * mean + variance);
      offDiagonal[a] += weight * (mean * mean + covariance);
      within[a] += weight * (variance - covariance);
      spread += (variance + (sizes[a] - 1) * covariance) / sizes[a];
      means.push(mean);
    }
    cross += weight * means[0]! * means[1]!;
    between += weight * ((means[0]! - means[1]!) ** 2 + spread);
  });
  const s = problem.weightVariance;
  return {
    state: {
      sizes,
      between: (s * between * sizes[0] * sizes[1]) / batch,
      within: [s * Math.max(0, within[0]), s * Math.max(0, within[1])],
    },
    entries: {
      diagonal: [s * diagonal[0], s * diagonal[1]],
      offDiagonal: [s * offDiagonal[0], s * offDiagonal[1]],
      between: s * cross,
    },
  };
}
