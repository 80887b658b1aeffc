import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes } from "../../../numeric/shape.js";
import { assertBiasedTwoLayers, type BiasedTwoLayer } from "../criticalPoints/alignmentCoefficients.js";
import { residualTerms } from "../criticalPoints/criticality.js";
import { type ReluTerm, sumOfTerms } from "../criticalPoints/hyperplaneForm.js";
import { activePart } from "../regions/activePart.js";
import { polytope, type Region } from "../regions/polytope.js";
import { regionShape, twoLayerShape } from "../shapes.js";
import { arrangementVertices } from "./arrangementVertices.js";

/**
 * sup over x in the region of |g_k(x)|, g_k = z_k v_k.(f* - f), for every student k (the eps of Theorem 5 of Tian 2020 is the largest of them).
 * Exact up to rounding: g_k is affine on the cells of the arrangement of all hyperplanes, so that vertices decide. At most 3 inputs.
 * @throws TheoryError "domain" for networks that do not match, and what `polytope` and `arrangementVertices` throw.
 */
export function largestGradients(teacher: BiasedTwoLayer, student: BiasedTwoLayer, region: Region): readonly number[] {
  assertShapes({ teacher: twoLayerShape, student: twoLayerShape, region: regionShape }, { teacher, student, region });
  const within = polytope(region);
  assertBiasedTwoLayers(teacher, student, within.dimension);
  const terms: readonly ReluTerm[] = residualTerms(teacher, student);
  const rows = terms.map(({ row }) => row);
  const outputs = teacher.V[0]!.length;
  return student.W.map((own, k) => {
    const part = activePart(within, own);
    if (part === null) return 0;
    return arrangementVertices(part, rows).reduce(
      (most, x) => Math.max(most, Math.abs(dot(student.V[k]!, sumOfTerms(terms, x, outputs)))),
      0,
    );
  });
}
