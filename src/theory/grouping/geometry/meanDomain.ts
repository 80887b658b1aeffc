import { isTheoryError, type TheoryError } from "../../../errors.js";
import { domainError } from "../../../numeric/domain.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { solveLinearProgram } from "../../../numeric/linearProgram.js";
import type { ExponentialFamily } from "./exponentialFamily.js";

/** Points beyond which no linear program is solved to say why eta is refused. */
const MOST_POINTS = 2000;

/** Where eta lies: by the largest s with eta = sum p_x g(x), p_x >= s, sum p = 1. */
function placeOf({ statistics, halfRanges }: ExponentialFamily, eta: Vector): "inside" | "boundary" | "outside" {
  const origin = statistics[0]!;
  const coordinates = statistics.map((row) => row.map((x, i) => (x - origin[i]!) / halfRanges[i]!));
  const size = statistics.length;
  const rows = eta.map((value, i) => {
    const column = coordinates.map((row) => row[i]!);
    const mean = column.reduce((sum, x) => sum + x, 0);
    return { coefficients: [...column, mean], equal: (value - origin[i]!) / halfRanges[i]! };
  });
  const total = { coefficients: [...new Array<number>(size).fill(1), size], equal: 1 };
  const bounds = Array.from({ length: size + 1 }, () => ({ min: 0, max: Number.POSITIVE_INFINITY }));
  const maximise = [...new Array<number>(size).fill(0), size];
  const solution = solveLinearProgram({ maximise, constraints: [...rows, total], bounds });
  if (solution.status !== "optimal") return "outside";
  return solution.value > 1e-9 ? "inside" : "boundary";
}

/** Undefined for many points, and where no certificate of a linear program is found. */
function knownPlaceOf(family: ExponentialFamily, eta: Vector): ReturnType<typeof placeOf> | undefined {
  if (family.statistics.length > MOST_POINTS) return undefined;
  try {
    return placeOf(family, eta);
  } catch (error) {
    if (isTheoryError(error)) return undefined;
    throw error;
  }
}

/** Why there is no theta for this eta. */
export function outsideError(family: ExponentialFamily, eta: Vector): TheoryError {
  const place = knownPlaceOf(family, eta);
  const says = {
    inside: "inside the convex hull of the statistics, but where doubles do not resolve theta",
    boundary: "on the boundary of the convex hull of the statistics, or too near to it for doubles",
    outside: "outside the convex hull of the statistics",
    unknown: "on the boundary of the convex hull of the statistics or outside",
  }[place ?? "unknown"];
  return domainError(
    "eta",
    `[${eta.join(", ")}], ${says}`,
    "a point inside the convex hull of the statistics",
    "Means of laws with all points possible are inside.",
  );
}
