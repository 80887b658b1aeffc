import { type BlockStability, blockStabilityOf, type Mode } from "../blockRoute.js";
import type { BlockState } from "../blockState.js";
import { spectralRadius } from "../spectralRadius.js";
import type { Node } from "./laplaceNodes.js";

/** Responses of a group: (diagonal, off it, to the other group) to both parting perturbations, and the inner one. */
interface Responses {
  readonly mean: [number, number, number];
  readonly diagonal: [number, number, number];
  inner: number;
}

/** v on both groups. */
const edgeOf = ({ sizes }: BlockState) =>
  [0, 1].map((g) => (g === 0 ? 1 : -1) * Math.sqrt(sizes[1 - g]! / (sizes[g]! * (sizes[0] + sizes[1]))));

function responsesOf(g: 0 | 1, state: BlockState, nodes: readonly Node[]): Responses {
  const b = state.sizes[g];
  const v = edgeOf(state);
  const sum: Responses = { mean: [0, 0, 0], diagonal: [0, 0, 0], inner: 0 };
  for (const { weight, damping, kernels } of nodes) {
    const [same, off] = [kernels[2 * g]!, kernels[2 * g + 1]!];
    const cross = kernels[4]!;
    const own = g === 0 ? cross.first : cross.second;
    const mixed = weight * damping[0] * damping[g + 1]!;
    const square = weight * damping[g + 1]! ** 2;
    const full = same.first + same.second + same.cross;
    sum.mean[0] += mixed * 2 * v[g]! * full;
    sum.mean[1] += mixed * v[g]! * (2 * off.first + off.cross);
    sum.mean[2] += mixed * (2 * v[g]! * own + v[1 - g]! * cross.cross);
    sum.diagonal[0] += square * (1 - 2 / b) * full;
    sum.diagonal[1] += square * ((1 - 2 / b) * off.first - off.cross / b);
    sum.diagonal[2] += square * (1 - 2 / b) * own;
    sum.inner += square * off.cross;
  }
  return sum;
}

/** Growth of a sample that parts from group g. */
function partingOf(g: 0 | 1, state: BlockState, { mean, diagonal }: Responses): number {
  const { sizes } = state;
  const v = edgeOf(state);
  const onMean = (x: readonly number[]) => v[g]! * (x[0]! + (sizes[g] - 2) * x[1]!) + v[1 - g]! * sizes[1 - g]! * x[2]!;
  const onDiagonal = (x: readonly number[]) => x[0]! - 2 * x[1]!;
  if (sizes[g] === 2) return Math.abs(onMean(mean));
  return spectralRadius(onMean(mean), onMean(diagonal), onDiagonal(mean), onDiagonal(diagonal));
}

/** The growth of every kind of perturbation, times `factor`, at a state of trace 1. */
export function homogeneousStability(state: BlockState, nodes: readonly Node[], factor: number): BlockStability {
  const { sizes, within } = state;
  const mixed = Math.abs(
    nodes.reduce((sum, { weight, damping, kernels }) => sum + weight * damping[1] * damping[2] * kernels[4]!.cross, 0),
  );
  const modes: Mode[] = [];
  for (const g of [0, 1] as const) {
    if (sizes[g] === 1) continue;
    const responses = responsesOf(g, state, nodes);
    const parting = partingOf(g, state, responses);
    const inner = Math.abs(responses.inner);
    if (within[g] === 0) {
      const growth = Math.max(parting, inner, within[1 - g]! > 0 ? mixed : 0);
      modes.push({ kind: "unmerging", group: g, growth });
      continue;
    }
    modes.push({ kind: "parting", group: g, growth: parting });
    if (sizes[g] > 3) modes.push({ kind: "inner", group: g, growth: inner });
  }
  if (within[0] > 0 && within[1] > 0) modes.push({ kind: "mixed", group: 0, growth: mixed });
  return blockStabilityOf(modes, factor);
}
