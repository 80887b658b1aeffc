import { assertInteger, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, norm, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, oneOf, vector, withoutOverflow } from "../../../numeric/shape.js";

/** The pole that a chart leaves out: (0, .., 0, 1) or (0, .., 0, -1). */
export type Pole = "north" | "south";

const signOf = (pole: Pole) => (pole === "north" ? 1 : -1);

/**
 * The two stereographic charts of the unit sphere in R^(n+1), an atlas of a smooth n-manifold: u = (x_1, .., x_n)/(1 -+ x_(n+1)).
 *
 * Domain: |x| = 1 to 1e-9, and x is not the pole. Source: Definitions C.1 to C.5 of the S-System paper; the example is ours.
 * @throws TheoryError "domain".
 */
export function stereographic(point: Vector, pole: Pole): Vector {
  assertShapes({ point: vector, pole: oneOf("north", "south") }, { point, pole });
  assertNumbers("point", point, Math.max(2, point.length));
  const length = dot(point, point);
  if (Math.abs(length - 1) > 2e-9) throw domainError("|point|^2", length, "1, to 2e-9", "Divide by the length.");
  const height = signOf(pole) * point.at(-1)!;
  const flat = point.slice(0, -1);
  // 1 - height cancels near the pole: |flat|^2/(1 + height) is the same
  const distance = height > 0 ? dot(flat, flat) / (1 + height) : 1 - height;
  if (!(distance > 0)) throw domainError("point", "the pole", "a point of the chart's domain", "Take the other chart.");
  return flat.map((entry) => entry / distance);
}

/** The point of the sphere with these chart coordinates, at least one; the inverse of `stereographic`. @throws TheoryError "domain". */
export function stereographicPoint(u: Vector, pole: Pole): Vector {
  assertShapes({ u: vector, pole: oneOf("north", "south") }, { u, pole });
  assertNumbers("u", u, Math.max(1, u.length));
  const square = dot(u, u);
  const height = square > 1 ? (1 - 1 / square) / (1 + 1 / square) : (square - 1) / (square + 1);
  return [...u.map((entry) => (2 * entry) / (1 + square)), signOf(pole) * height];
}

/** The change of charts, u -> u/|u|^2 in either direction; undefined at 0, the other pole. @throws TheoryError "domain". */
export function chartTransition(u: Vector): Vector {
  assertShapes({ u: vector }, { u });
  const length = norm(u);
  if (!(length > 0)) throw domainError("u", "0", "coordinates in both charts: not 0", "Take another point.");
  // twice: the square of the length may underflow
  const other = u.map((entry) => entry / length / length);
  withoutOverflow("u", other);
  return other;
}

/** The round metric in either chart, 4/(1 + |u|^2)^2 times the identity, of 1 to 1000 coordinates. @throws TheoryError "domain". */
export function roundMetric(u: Vector): Matrix {
  assertShapes({ u: vector }, { u });
  assertInteger("u.length", u.length, 1, 1000);
  const factor = 4 / (1 + dot(u, u)) ** 2;
  return u.map((_, i) => u.map((__, j) => (i === j ? factor : 0)));
}
