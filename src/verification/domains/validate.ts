import { domainError } from "../../numeric/domain.js";
import type { Domain, Parameters } from "../../theorems/domain.js";
import { contains } from "../arbitraries/reals.js";
import type { ParameterValue, Point } from "../point.js";
import { printValue } from "../print.js";
import { sizeIn } from "./sizeIn.js";
import { domainWords } from "./words.js";

const SLACK = 1e-9;

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((x) => typeof x === "number" && Number.isFinite(x));

function isMatrix(
  value: unknown,
  size: { readonly rows: number | string; readonly columns: number | string },
  known: Point,
): value is readonly (readonly number[])[] {
  if (!Array.isArray(value) || value.length !== sizeIn(size.rows, known)) return false;
  const columns = sizeIn(size.columns, known);
  return (value as readonly unknown[]).every((row) => isNumbers(row) && row.length === columns);
}

const isDistribution = (row: readonly number[]): boolean =>
  row.every((p) => p >= 0) && Math.abs(row.reduce((sum, p) => sum + p, 0) - 1) <= SLACK;

function isSymmetric(value: unknown, size: number): value is readonly (readonly number[])[] {
  if (!Array.isArray(value) || value.length !== size) return false;
  const rows = value as readonly unknown[];
  if (!rows.every((row) => isNumbers(row) && row.length === size)) return false;
  const matrix = value as readonly (readonly number[])[];
  const largest = Math.max(...matrix.flat().map(Math.abs));
  return matrix.every((row, i) => row.every((x, j) => Math.abs(x - matrix[j]![i]!) <= SLACK * largest));
}

/** The pivots of Cholesky's algorithm, 0 within rounding where the matrix is singular; null for a negative one. */
function pivots(matrix: readonly (readonly number[])[]): readonly number[] | null {
  const left = matrix.map((row) => [...row]);
  const largest = Math.max(...matrix.map((row, i) => Math.abs(row[i]!)));
  const found: number[] = [];
  const remaining = matrix.map((_, i) => i);
  while (remaining.length > 0) {
    // the largest first: then what is left of a singular matrix is rounding
    remaining.sort((a, b) => left[b]![b]! - left[a]![a]!);
    const k = remaining.shift()!;
    const pivot = left[k]![k]!;
    if (pivot < -SLACK * largest) return null;
    found.push(Math.max(0, pivot));
    if (pivot <= 1e-12 * largest) continue;
    for (const i of remaining) for (const j of remaining) left[i]![j]! -= (left[i]![k]! * left[j]![k]!) / pivot;
  }
  return found;
}

function isCovariance(value: unknown, size: number, kind: "psd" | "definite" | "bsb1"): boolean {
  if (!isSymmetric(value, size)) return false;
  const found = pivots(value);
  if (found === null) return false;
  const least = Math.min(...found);
  if (kind === "psd") return Math.max(...found) > 0;
  if (least <= 0) return false;
  const [q, other] = [value[0]![0]!, size > 1 ? value[0]![1]! : 0];
  const plain = (i: number, j: number) => (i === j ? q : other);
  return kind === "definite" || value.every((row, i) => row.every((x, j) => Math.abs(x - plain(i, j)) <= SLACK * q));
}

function isMember(domain: Domain, value: unknown, known: Point): boolean {
  switch (domain.set) {
    case "integer":
      return Number.isInteger(value) && contains(domain, value as number);
    case "real":
      return typeof value === "number" && Number.isFinite(value) && contains(domain, value);
    case "choice":
      return domain.of.includes(value as string);
    case "activation":
      return isActivationOf(domain.class, value);
    case "vector": {
      const { min, max } = domain;
      const inside = (x: number) => contains({ min, max }, x);
      return isNumbers(value) && value.length === sizeIn(domain.length, known) && value.every(inside);
    }
    case "matrix": {
      const { min, max } = domain;
      return isMatrix(value, domain, known) && value.flat().every((x) => contains({ min, max }, x));
    }
    case "stochastic":
      return isMatrix(value, domain, known) && value.every(isDistribution);
    case "symmetric":
      return isSymmetric(value, sizeIn(domain.size, known));
    case "covariance":
      return isCovariance(value, sizeIn(domain.size, known), domain.class);
  }
}

function isActivationOf(kind: "any" | "smooth" | "polynomial" | "homogeneous" | "kinked", value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("facts" in value)) return false;
  const { facts } = value as Exclude<ParameterValue, number | string | readonly unknown[]>;
  if (facts.constant.value || facts.breakpoints.some(({ exponent }) => exponent <= 0.5)) return false;
  const degree = facts.homogeneity.value?.degree;
  if (kind === "smooth") return facts.breakpoints.length === 0;
  if (kind === "polynomial") return facts.polynomial.value !== null;
  return kind !== "homogeneous" || (degree !== undefined && degree > 0.5);
}

/** Throws a TheoryError that names the parameter unless the value lies in its domain; `known` has the sizes. */
export function validate(name: string, domain: Domain, value: unknown, known: Point = {}): void {
  if (isMember(domain, value, known)) return;
  const shown = typeof value === "object" && value !== null ? printValue(value as ParameterValue) : value;
  const given = typeof shown === "object" ? JSON.stringify(shown) : shown;
  throw domainError(name, given, domainWords(domain), `Choose ${domainWords(domain)}.`);
}

/** Throws a TheoryError unless there is exactly one admissible value for each parameter. */
export function validatePoint(parameters: Parameters, point: Point): void {
  for (const [name, domain] of Object.entries(parameters)) validate(name, domain, point[name], point);
  for (const name of Object.keys(point)) {
    if (!Object.hasOwn(parameters, name)) {
      const known = Object.keys(parameters).join(", ");
      throw domainError(name, "a value", `one of the parameters ${known}`, "Leave it out.");
    }
  }
}
