import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { PopulationFlow } from "./populationFlow.js";

/** One student node through a flow, for plots. */
export interface NodePath {
  /** w_k at every time, times x inputs. */
  readonly weights: Matrix;
  /** |w_k|, one a time. */
  readonly norms: readonly number[];
  /** |v_k|, one a time. */
  readonly fanOut: readonly number[];
  /** Angles to all teachers, times x teachers, radians. */
  readonly angles: Matrix;
  /** The teacher with the smallest angle at the last time. */
  readonly closest: number;
}

/** The flow node by node: what `populationFlow` gives time by time. */
export function nodePaths({ states }: PopulationFlow): readonly NodePath[] {
  const last = states[states.length - 1];
  return last.W.map((_, k) => ({
    weights: states.map(({ W }) => W[k]),
    norms: states.map(({ norms }) => norms[k]),
    fanOut: states.map(({ fanOut }) => fanOut[k]),
    angles: states.map(({ angles }) => angles[k]),
    closest: last.angles[k].reduce((best, angle, j, row) => (angle < row[best] ? j : best), 0),
  }));
}
