import type { Domain } from "../../theorems/domain.js";
import type { Point } from "../point.js";

/** The sizes of a domain: the length of a vector, the rows and columns of a matrix. None for what has no size. */
export function sizesOf(domain: Domain): readonly (number | string)[] {
  switch (domain.set) {
    case "vector":
      return [domain.length];
    case "matrix":
    case "stochastic":
      return [domain.rows, domain.columns];
    case "symmetric":
    case "covariance":
      return [domain.size];
    default:
      return [];
  }
}

/** The parameters that a domain's sizes refer to. */
export const sizeParameters = (domain: Domain): readonly string[] =>
  sizesOf(domain).filter((size) => typeof size === "string");

/** Throws a RangeError where the size is the name of a parameter that has no whole value. */
export function sizeIn(size: number | string, known: Point): number {
  const value = typeof size === "number" ? size : known[size];
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw new RangeError(`the size ${size} is no whole number above 0`);
}
