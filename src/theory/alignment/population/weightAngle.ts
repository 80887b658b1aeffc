import { domainError } from "../../../numeric/domain.js";
import { angleOfUnits, type VectorAngle } from "../../../numeric/linearAlgebra/angleOfUnits.js";
import { norm, unit, type Vector } from "../../../numeric/linearAlgebra/vectors.js";

/**
 * The angle between two nonzero vectors. Accuracy: absolute 4e-16, of the angle and of the supplement.
 * @throws TheoryError "domain" for a zero vector, by its name: it has no direction.
 */
export function weightAngle(
  a: Vector,
  b: Vector,
  names: readonly [string, string] = ["first weight", "second weight"],
): VectorAngle {
  const [u, v] = [unit(a), unit(b)];
  for (const [i, direction] of [u, v].entries()) {
    if (norm(direction) === 0) {
      throw domainError(names[i]!, 0, "a nonzero vector", "A zero weight has no angle: remove the node.");
    }
  }
  return angleOfUnits(u, v);
}
