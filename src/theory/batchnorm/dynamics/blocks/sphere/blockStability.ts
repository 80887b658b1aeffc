/**
 * The linear stability of a block state to every perturbation of the covariance that breaks its symmetry: the forward Jacobian
 * commutes with permutations within the groups, so it splits into small blocks. With the score of a Gaussian,
 *
 *   dV[Delta] = 1/2 E[(y^T S^- Delta S^- y - tr S^- Delta) x x^T],   S = G Sigma G, x = psi(u).
 *
 * Perturbations of one group are with `SpreadGroup` and `PointGroup`; products of a deviation of each group are one number. (All ours.)
 */
import { type BlockStability, blockStabilityOf, type Mode } from "../blockRoute.js";
import { type Layer, valuesAt } from "./layer.js";
import { PointGroup } from "./pointGroup.js";
import type { Sight } from "./sight.js";
import { SpreadGroup } from "./spreadGroup.js";

export function blockStability(layer: Layer): BlockStability {
  const { problem, state } = layer;
  const { psi, weightVariance } = problem;
  const indices = [0, 1] as const;
  const spread = indices.filter((a) => state.within[a] > 0).map((a) => new SpreadGroup(state, a));
  const points = indices
    .filter((a) => state.within[a] === 0 && state.sizes[a] > 1)
    .map((a) => new PointGroup(psi, state, a));
  let mixed = 0;
  layer.forEach((direction, groups) => {
    const values = [valuesAt(groups[0].u, psi.value), valuesAt(groups[1].u, psi.value)] as const;
    const series = [groups[0].line.project(values[0]), groups[1].line.project(values[1])] as const;
    const sight: Sight = { direction, groups, values, series };
    const inner = spread.map((group) => group.add(sight));
    if (inner.length === 2) mixed += direction.weight * direction.square * inner[0]! * inner[1]!;
    for (const group of points) group.add(sight);
  });
  const modes: Mode[] = spread.flatMap((group) => group.modes());
  if (spread.length === 2) modes.push({ kind: "mixed", group: 0, growth: Math.abs(mixed) });
  modes.push(...points.map((group) => group.mode()));
  return blockStabilityOf(modes, weightVariance);
}
