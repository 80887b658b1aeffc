import type { Domain } from "../../theorems/domain.js";
import type { Point } from "../point.js";

/** The parameter that a domain's size refers to, null for none. */
export function sizeParameter(domain: Domain): string | null {
  const size = domain.set === "vector" ? domain.length : "size" in domain ? domain.size : null;
  return typeof size === "string" ? size : null;
}

/** Throws a RangeError where the size is the name of a parameter that has no whole value. */
export function sizeIn(size: number | string, known: Point): number {
  const value = typeof size === "number" ? size : known[size];
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw new RangeError(`the size ${size} is no whole number above 0`);
}
