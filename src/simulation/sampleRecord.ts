/**
 * A sample as one line of JSON, and back, without losing a bit: numbers as JSON numbers (the shortest decimal that
 * reads back the same double), and what JSON has no number for as a string: "-Infinity", "Infinity", "-0".
 */
import { domainError } from "../numeric/domain.js";
import type { JacobianEstimate, Sample } from "./sample.js";

type Cell = number | string;

/** One line, no line break in it. */
export function toRecord({ index, logGradient, logWeightGradient, ...recorded }: Sample): string {
  const { covariance, gradientCovariance, jacobian, collapsed, overflowed } = recorded;
  return JSON.stringify({
    index,
    logGradient: cells(logGradient),
    logWeightGradient: cells(logWeightGradient),
    ...(covariance && { covariance: covariance.map(cells) }),
    ...(gradientCovariance && { gradientCovariance: gradientCovariance.map(cells) }),
    ...(jacobian && { jacobian: { G: cells(jacobian.G), L: cells(jacobian.L), M: cells(jacobian.M) } }),
    ...(collapsed !== undefined && { collapsed }),
    ...(overflowed !== undefined && { overflowed }),
  });
}

/** @throws TheoryError "domain" for anything but what `toRecord` writes. */
export function fromRecord(line: string): Sample {
  const record = parsed(line);
  const { index, covariance, gradientCovariance, jacobian, collapsed, overflowed } = record;
  if (!Number.isSafeInteger(index) || (index as number) < 0) throw malformed("index", index);
  return {
    index: index as number,
    logGradient: numbers(record.logGradient, "logGradient"),
    logWeightGradient: numbers(record.logWeightGradient, "logWeightGradient"),
    ...(covariance !== undefined && { covariance: matrices(covariance, "covariance") }),
    ...(gradientCovariance !== undefined && { gradientCovariance: matrices(gradientCovariance, "gradientCovariance") }),
    ...(jacobian !== undefined && { jacobian: jacobianOf(jacobian) }),
    ...(collapsed !== undefined && { collapsed: layer(collapsed, "collapsed") }),
    ...(overflowed !== undefined && { overflowed: layer(overflowed, "overflowed") }),
  };
}

function layer(value: unknown, field: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 1) throw malformed(field, value);
  return value as number;
}

function cells(values: ArrayLike<number>): Cell[] {
  return Array.from(values, (x) => (Number.isFinite(x) && !Object.is(x, -0) ? x : Object.is(x, -0) ? "-0" : String(x)));
}

function numbers(list: unknown, field: string): number[] {
  if (!Array.isArray(list)) throw malformed(field, list);
  return list.map((cell: unknown) => {
    if (typeof cell === "number") return cell;
    if (cell === "-Infinity" || cell === "Infinity" || cell === "-0") return Number(cell);
    throw malformed(field, cell);
  });
}

function matrices(list: unknown, field: string): Float64Array[] {
  if (!Array.isArray(list)) throw malformed(field, list);
  return list.map((matrix) => Float64Array.from(numbers(matrix, field)));
}

function jacobianOf(value: unknown): JacobianEstimate {
  if (typeof value !== "object" || value === null) throw malformed("jacobian", value);
  const { G, L, M } = value as Record<string, unknown>;
  return { G: numbers(G, "jacobian"), L: numbers(L, "jacobian"), M: numbers(M, "jacobian") };
}

function parsed(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw malformed("record", line.slice(0, 60));
  }
  if (typeof value !== "object" || value === null) throw malformed("record", value);
  return value as Record<string, unknown>;
}

const malformed = (field: string, value: unknown) =>
  domainError(field, value, "a sample that toRecord wrote", "The line was cut off or comes from elsewhere.");
