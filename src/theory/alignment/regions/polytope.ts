/**
 * Training regions R0: open, bounded, convex sets with interior points, {low < x < high} or {A x < b} (Tian 2020, sec. 3: R0 = {rho > 0}; convexity
 * is ours, a region that is not convex is a union of such ones).
 */
import { domainError } from "../../../numeric/domain.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import { solveLinearProgram } from "../../../numeric/linearProgram.js";
import { assertShapes } from "../../../numeric/shape.js";
import { regionShape } from "../shapes.js";
import { extreme, type HalfSpace } from "./extreme.js";

/** A box by its ends per coordinate, a polytope {A x <= b}, or what `polytope` made of one. */
export type Region =
  | Polytope
  | { readonly low: readonly number[]; readonly high: readonly number[] }
  | { readonly A: readonly (readonly number[])[]; readonly b: readonly number[] };

export interface Polytope {
  readonly dimension: number;
  readonly halfSpaces: readonly HalfSpace[];
  /** Smallest box that contains the region. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** What the region is: that box, a box with a half-space cut off, whose linear programs have closed forms, or anything else. */
  readonly shape:
    | { readonly kind: "box" }
    | {
        readonly kind: "cut";
        readonly low: readonly number[];
        readonly high: readonly number[];
        readonly cut: HalfSpace;
      }
    | { readonly kind: "polytope" };
}

export interface Ball {
  readonly centre: readonly number[];
  readonly radius: number;
}

const MOST_DIMENSIONS = 200;
const MOST_FACES = 1000;
/** Regions thinner than this part of their diameter have no interior in doubles. */
export const THINNEST = 1e-9;

/** sign e_i in d coordinates. */
export const unitVector = (d: number, i: number, sign: number) =>
  Array.from({ length: d }, (_, k) => (k === i ? sign : 0));

function box(low: readonly number[], high: readonly number[]): Polytope {
  const d = low.length;
  assertNumbers("region.low", low, d);
  assertNumbers("region.high", high, d);
  if (d < 1 || d > MOST_DIMENSIONS) {
    throw domainError("region.low", `${d} numbers`, `1 to ${MOST_DIMENSIONS} numbers`, "Pass one per coordinate.");
  }
  const empty = low.findIndex((from, i) => !(from < high[i]!));
  if (empty >= 0) {
    const ends = `${low[empty]} to ${high[empty]}`;
    const remedy = low[empty] === high[empty] ? "Give different ends." : "Exchange its ends.";
    throw domainError(`region coordinate ${empty}`, ends, "low < high", `The region is empty. ${remedy}`);
  }
  const halfSpaces = low.flatMap((from, i) => [
    { normal: unitVector(d, i, 1), offset: high[i]! },
    { normal: unitVector(d, i, -1), offset: -from },
  ]);
  return { dimension: d, halfSpaces, low, high, shape: { kind: "box" } };
}

/** A largest ball inside, null where there is no point inside, "unbounded" where there is no largest ball. */
function ballIn(halfSpaces: readonly HalfSpace[], d: number): Ball | null | "unbounded" {
  const solution = solveLinearProgram({
    maximise: [...new Array<number>(d).fill(0), 1],
    constraints: halfSpaces.map(({ normal, offset }) => ({ coefficients: [...normal, 1], atMost: offset })),
  });
  if (solution.status === "infeasible") return null;
  if (solution.status === "unbounded") return "unbounded";
  return { centre: solution.point.slice(0, d), radius: solution.value };
}

export const unboundedError = () =>
  domainError("region", "{A x <= b}", "a bounded region", "Add half-spaces that bound every coordinate.");

/** The polytope of these half-spaces; null where they leave no interior. */
export function fromHalfSpaces(halfSpaces: readonly HalfSpace[], d: number): Polytope | null {
  const ball = ballIn(halfSpaces, d);
  if (ball === "unbounded") throw unboundedError();
  if (ball === null || !(ball.radius > 0)) return null;
  const ends = Array.from({ length: d }, (_, i) => {
    const [high, low] = [extreme(halfSpaces, unitVector(d, i, 1)), extreme(halfSpaces, unitVector(d, i, -1))];
    if (high === null || low === null) throw unboundedError();
    return [-low, high] as const;
  });
  const [low, high] = [ends.map(([from]) => from), ends.map(([, to]) => to)];
  const diameter = Math.hypot(...ends.map(([from, to]) => to - from));
  if (ball.radius < THINNEST * diameter) return null;
  return { dimension: d, halfSpaces, low, high, shape: { kind: "polytope" } };
}

/** A largest ball inside the region. */
export function largestBall({ halfSpaces, low, high, shape, dimension }: Polytope): Ball {
  if (shape.kind === "box") {
    const centre = low.map((from, i) => from / 2 + high[i]! / 2);
    return { centre, radius: Math.min(...low.map((from, i) => (high[i]! - from) / 2)) };
  }
  const ball = ballIn(halfSpaces, dimension);
  if (ball === null || ball === "unbounded") throw unboundedError();
  return ball;
}

/**
 * The region with its half-spaces normalised, and its box. What this has returned before is returned as it is. At most 200 coordinates and 1000 half-spaces.
 * @throws TheoryError "domain" for ragged or non-finite numbers, a zero row of A, and regions that are empty, unbounded, or thinner than
 * 1e-9 of their diameter.
 */
export function polytope(region: Region): Polytope {
  assertShapes({ region: regionShape }, { region });
  if ("halfSpaces" in region) return region;
  if ("low" in region) return box(region.low, region.high);
  assertMatrix("region.A", region.A);
  assertNumbers("region.b", region.b, region.A.length);
  const d = region.A[0]!.length;
  if (d > MOST_DIMENSIONS || region.A.length > MOST_FACES) {
    const size = `${region.A.length} x ${d}`;
    throw domainError("region.A", size, `at most ${MOST_FACES} x ${MOST_DIMENSIONS}`, "Use fewer half-spaces.");
  }
  const halfSpaces = region.A.map((row, i) => {
    const length = norm(row);
    if (length === 0) throw domainError(`region.A[${i}]`, "0", "a row that is not zero", "Drop the row.");
    return { normal: row.map((entry) => entry / length), offset: region.b[i]! / length };
  });
  const found = fromHalfSpaces(halfSpaces, d);
  if (found === null) {
    throw domainError(
      "region",
      "{A x <= b}",
      "a region with interior points",
      "The region is empty or flat: widen it.",
    );
  }
  return found;
}

/** Whether x lies in the closed region, up to `slack` in distance. */
export const contains = ({ halfSpaces }: Polytope, x: readonly number[], slack = 0): boolean =>
  halfSpaces.every(({ normal, offset }) => dot(normal, x) <= offset + slack);
