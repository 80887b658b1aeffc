import { assertAbove, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { norm, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { solveOde } from "../../../numeric/ode.js";
import { assertShapes, modest, numbers, odeOptions, optionsOf } from "../../../numeric/shape.js";
import { observePopulation } from "../population/observePopulation.js";
import { nodesOf } from "../population/pairMoments.js";
import type { PopulationFlow, PopulationFlowOptions } from "../population/populationFlow.js";
import { assertTwoLayers, type TwoLayer } from "../population/twoLayer.js";
import { twoLayerShape } from "../shapes.js";
import { residuesOf } from "./nodeResidues.js";

/**
 * The paper's simplified dynamics dw_k/dt = |w_k| r_k with the residues of eq. (8): the fan-out v_k keeps its direction and has the
 * length |w_k| at all times. Only the directions of `student.V` are read.
 *
 * For one output this IS the gradient flow of both layers from balanced ones, |v_k| = |w_k|: the sign of v_k never changes, and the two
 * lengths stay equal. For several outputs the true fan-out turns, and for a frozen fan-out the factor is |v_k| and not |w_k|.
 *
 * times, states, errors: as populationFlow; a state's V is |w_k| times the direction.
 * Source: section 5.2 of the alignment paper, eq. (8).
 * @throws TheoryError "domain".
 */
export function simplifiedFlow(
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
      options: optionsOf({ ...odeOptions, variance: modest }),
    },
    { student, teacher, times, options },
  );
  const { variance = 1, train: _, ...ode } = options;
  assertTwoLayers(student, teacher);
  assertAbove("variance", variance, 0);
  const zero = student.V.findIndex((v) => norm(v) === 0);
  if (zero >= 0) throw domainError(`student.V[${zero}]`, 0, "a nonzero fan-out", "Give node its direction.");
  const directions = student.V.map(unit);
  const inputs = student.W[0].length;
  const rows = (y: readonly number[]): Matrix => directions.map((__, k) => y.slice(k * inputs, (k + 1) * inputs));
  const fanOut = (lengths: readonly number[]): Matrix =>
    directions.map((direction, k) => direction.map((entry) => lengths[k] * entry));
  const target = nodesOf(teacher.W);
  const derivative = (__: number, y: readonly number[]): readonly number[] => {
    const own = nodesOf(rows(y));
    const { residues } = residuesOf(own, fanOut(own.lengths), directions, target, teacher.V, variance);
    return residues.flatMap((residue, k) => residue.map((entry) => own.lengths[k] * entry));
  };
  const solution = solveOde(derivative, student.W.flat(), times, ode);
  const states = solution.states.map((y) => {
    const W = rows(y);
    return observePopulation({ W, V: fanOut(W.map(norm)) }, teacher, variance);
  });
  return { ...solution, states };
}
