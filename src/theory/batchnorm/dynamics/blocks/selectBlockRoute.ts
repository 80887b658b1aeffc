import type { Problem } from "../../problem.js";
import type { BlockRoute, BlockStability, Level, Mapped, Matrix3 } from "./blockRoute.js";
import type { BlockState } from "./blockState.js";
import { HomogeneousRoute } from "./laplace/homogeneousRoute.js";
import { backwardOperator } from "./sphere/backwardOperator.js";
import { blockStability } from "./sphere/blockStability.js";
import { forwardMap } from "./sphere/forwardMap.js";
import { Layer } from "./sphere/layer.js";

const SMOOTH = [
  { density: 0.7, points: 28, drop: 24 },
  { density: 1, points: 40, drop: 34 },
  { density: 1.4, points: 56, drop: 38 },
] as const;
const BROKEN = [
  { density: 0.7, points: 20, drop: 24 },
  { density: 1, points: 28, drop: 34 },
  { density: 1.4, points: 40, drop: 38 },
] as const;

class SphereRoute implements BlockRoute {
  readonly name = "sphere quadrature";
  evals = 0;
  readonly #problem: Problem;
  readonly #level: Level;

  constructor(problem: Problem, level: Level) {
    this.#problem = problem;
    this.#level = level;
  }

  #on<T>(state: BlockState, compute: (layer: Layer) => T): T {
    const smooth = this.#problem.psi.facts.breakpoints.length === 0;
    const layer = new Layer(this.#problem, state, (smooth ? SMOOTH : BROKEN)[this.#level]);
    const result = compute(layer);
    this.evals += layer.evals;
    return result;
  }

  map(state: BlockState): Mapped {
    return this.#on(state, forwardMap);
  }

  backward(state: BlockState): Matrix3 {
    return this.#on(state, backwardOperator);
  }

  stability(state: BlockState): BlockStability {
    return this.#on(state, blockStability);
  }
}

/** The Laplace integral for a homogeneous psi of degree above 1/2 without epsilon, quadrature over the sphere for all others. */
export function blockRoute(problem: Problem, level: Level): BlockRoute {
  const homogeneity = problem.psi.facts.homogeneity.value;
  if (problem.epsilon === 0 && homogeneity !== null && homogeneity.degree > 0.5) {
    return new HomogeneousRoute(homogeneity, problem.weightVariance, level);
  }
  return new SphereRoute(problem, level);
}

export const sphereRoute = (problem: Problem, level: Level): BlockRoute => new SphereRoute(problem, level);
