/** Coordinates on spheres and deformations of the line at random. */
import { domainError } from "../../../numeric/domain.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";

type Vector = readonly number[];

export const charts = {
  n: { set: "integer", min: 1, max: 4, doc: "Dimension of the sphere." },
  u: { set: "vector", length: "n", min: -3, max: 3, doc: "Coordinates in a stereographic chart." },
  pole: { set: "choice", of: ["north", "south"], doc: "The pole that the chart leaves out." },
} as const;

/** u; throws TheoryError near the pole of the other chart, whose coordinates are then large. */
export function inBothCharts(u: Vector): Vector {
  if (norm(u) >= 0.1) return u;
  throw domainError("|u|", norm(u), "at least 0.1", "Take a point farther from the pole of the other chart.");
}

/** I - 2 u u^T/|u|^2. */
export const reflection = (u: Vector): readonly Vector[] =>
  u.map((x, i) => u.map((y, j) => Number(i === j) - (2 * x * y) / dot(u, u)));

const coefficients = (doc: string) => ({ set: "vector", length: 2, min: -0.3, max: 0.3, doc }) as const;

export const deformations = {
  a: coefficients("Of f(u) = u - a_1 sin u - a_2 sin 2u."),
  b: coefficients("Of g, likewise."),
  v: { set: "real", min: -10, max: 10, doc: "A place on the line." },
} as const;
