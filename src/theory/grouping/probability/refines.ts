import { domainError } from "../../../numeric/domain.js";
import { assertShapes } from "../../../numeric/shape.js";
import type { Partition } from "./partition.js";
import { partitionBy } from "./partition.js";
import { partitionShape } from "./shapes.js";

function assertSamePoints(fine: Partition, coarse: Partition): void {
  assertShapes({ fine: partitionShape, coarse: partitionShape }, { fine, coarse });
  if (fine.size === coarse.size) return;
  throw domainError("coarse", `${coarse.size} points`, `${fine.size} points`, "Both are on the same points.");
}

/**
 * Whether every event of `coarse` is one of `fine`: each atom of `fine` lies in one of `coarse`. This is "Omega_s' is contained in sigma(Omega_s)" for
 * Omega_s' with the atoms of `coarse`: scale s' is composed by scale s. Source: Assumption 3.2.
 * @throws TheoryError "domain" for partitions of different sizes.
 */
export function refines(fine: Partition, coarse: Partition): boolean {
  assertSamePoints(fine, coarse);
  return fine.blocks.every(([first, ...rest]) => {
    return rest.every((point) => coarse.blockOf[point] === coarse.blockOf[first!]);
  });
}

/** The smallest sigma-algebra that contains both. Throws TheoryError "domain" for partitions of different sizes. */
export function commonRefinement(fine: Partition, coarse: Partition): Partition {
  assertSamePoints(fine, coarse);
  const width = coarse.blocks.length;
  return partitionBy(fine.blockOf.map((block, point) => block * width + coarse.blockOf[point]!));
}
