import { TheoryError } from "../errors.js";

/** The error of a numeric routine whose parameter lies outside its domain. */
export function domainError(parameter: string, value: unknown, domain: string, remedy: string): TheoryError {
  return new TheoryError(`${parameter} = ${String(value)} is outside its domain: ${domain}. ${remedy}`, {
    code: "domain",
    parameter,
    value,
    domain,
    remedy,
  });
}

/** Throws unless `value` is an integer in [low, high]. */
export function assertInteger(parameter: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw domainError(parameter, value, `an integer from ${low} to ${high}`, `Pass an integer in that range.`);
  }
}

/** Throws unless `value` is finite and strictly above `low`. */
export function assertAbove(parameter: string, value: number, low: number): void {
  if (typeof value !== "number" || !(value > low) || value === Number.POSITIVE_INFINITY) {
    throw domainError(parameter, value, `a finite number above ${low}`, `Pass a finite number above ${low}.`);
  }
}
