import { assertAbove, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { type OdeOptions, solveOde } from "../../../numeric/ode.js";
import { assertShapes, modest, numbers, odeOptions, oneOf, optionsOf } from "../../../numeric/shape.js";
import { twoLayerShape } from "../shapes.js";
import { observePopulation, type PopulationState } from "./observePopulation.js";
import { nodesOf } from "./pairMoments.js";
import { gradientOf, type PopulationOptions } from "./populationGradient.js";
import { assertTwoLayers, type TwoLayer } from "./twoLayer.js";

export interface PopulationFlowOptions extends PopulationOptions, OdeOptions {
  /** Which layers move; default "both". "W": the fan-out V stays as it is, as in section 5 of the paper. */
  readonly train?: "both" | "W";
}

export interface PopulationFlow {
  /** The given times; where the solver stopped early, those that were reached. */
  readonly times: readonly number[];
  /** One a time. */
  readonly states: readonly PopulationState[];
  /** Of a weight, by the solver's estimate, absolute. */
  readonly error: number;
  readonly evals: number;
  readonly converged: boolean;
}

/**
 * Gradient flow of a whole two-layer ReLU student towards its teacher over the population N(0, s2 I): an ordinary differential
 * equation, no data and no noise.
 *
 * times[0] is where the student holds; times increase. A student weight that is zero stays zero (relu'(0) = 0): it is a dead node.
 * Conserved: |w_k|^2 - |v_k|^2 of every node when both layers move. Accuracy: `error`, at the default tolerance of 1e-10 below 1e-7 over
 * 300 units of time (12 random starts of 4 nodes). Cost: (students + teachers) x students pairs an evaluation.
 *
 * Source: eq. (5) of the alignment paper with both layers moving; ours is the closed form at every step.
 * @throws TheoryError "domain".
 */
export function populationFlow(
  student: TwoLayer,
  teacher: TwoLayer,
  times: readonly number[],
  options: PopulationFlowOptions = {},
): PopulationFlow {
  assertShapes(
    {
      student: twoLayerShape,
      teacher: twoLayerShape,
      times: numbers,
      options: optionsOf({ ...odeOptions, variance: modest, train: oneOf("both", "W") }),
    },
    { student, teacher, times, options },
  );
  const { variance = 1, train = "both", ...ode } = options;
  assertTwoLayers(student, teacher);
  assertAbove("variance", variance, 0);
  if (student.W.length * (student.W[0]!.length + student.V[0]!.length) > 100_000) {
    throw domainError(
      "student",
      `${student.W.length} nodes`,
      "at most 100000 weights",
      "Simulate a network of that size.",
    );
  }
  const shape = new Shape(student);
  const target = nodesOf(teacher.W);
  const derivative = (_: number, y: readonly number[]): readonly number[] => {
    const { W, V } = shape.unpack(y);
    const flow = gradientOf(nodesOf(W), V, target, teacher.V, variance);
    return pack(flow.W, train === "W" ? flow.V.map((row) => row.map(() => 0)) : flow.V);
  };
  const solution = solveOde(derivative, pack(student.W, student.V), times, ode);
  const states = solution.states.map((y) => observePopulation(shape.unpack(y), teacher, variance));
  return { ...solution, states };
}

const pack = (W: Matrix, V: Matrix): number[] => [...W.flat(), ...V.flat()];

class Shape {
  private readonly nodes: number;
  private readonly inputs: number;
  private readonly outputs: number;

  constructor({ W, V }: TwoLayer) {
    this.nodes = W.length;
    this.inputs = W[0]!.length;
    this.outputs = V[0]!.length;
  }

  unpack(y: readonly number[]): { W: Matrix; V: Matrix } {
    const split = this.nodes * this.inputs;
    const row = (from: number, width: number, k: number) => y.slice(from + k * width, from + (k + 1) * width);
    const nodes = Array.from({ length: this.nodes }, (_, k) => k);
    return {
      W: nodes.map((k) => row(0, this.inputs, k)),
      V: nodes.map((k) => row(split, this.outputs, k)),
    };
  }
}
