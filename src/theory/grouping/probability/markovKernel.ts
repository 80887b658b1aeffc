import { domainError } from "../../../numeric/domain.js";
import { assertStochastic } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { anyMatrix, assertShapes, numbers, optionsOf, text } from "../../../numeric/shape.js";
import { checkedLaw } from "./checkedLaw.js";
import { type JointLaw, jointLawOf } from "./jointLaw.js";
import type { Partition } from "./partition.js";
import { assertModestSize, count, counts, kernelShape, partitionShape } from "./shapes.js";

/** A probability kernel Q(x, {y}) between finite spaces; frozen. */
export interface MarkovKernel {
  readonly from: number;
  readonly to: number;
  /** rows[x][y] = Q(x, {y}); each sums to 1. */
  readonly rows: readonly (readonly number[])[];
}

/** For rows that are laws by construction. */
export const kernelOf = (rows: readonly (readonly number[])[]): MarkovKernel =>
  Object.freeze({
    from: rows.length,
    to: rows[0]!.length,
    rows: Object.freeze(rows.map((row) => Object.freeze([...row]))),
  });

/**
 * The kernel with these rows: laws on one set of states, one row a state x. `domain` is the sigma-algebra of the x, all sets by default: the rows of one atom
 * must be equal, which is what measurable in x means. Rows are divided by their sums, which are 1 to 1e-9. `name` is what errors call it.
 * Source: Definition A.5.
 * @throws TheoryError "domain" for no rows, ragged rows, rows that do not normalise, and rows that differ within an atom.
 */
export function markovKernel(
  rows: readonly (readonly number[])[],
  options: { readonly domain?: Partition; readonly name?: string } = {},
): MarkovKernel {
  assertShapes({ options: optionsOf({ domain: partitionShape, name: text }) }, { options });
  const { name = "rows", domain } = options;
  assertShapes({ [name]: anyMatrix }, { [name]: rows });
  assertStochastic(name, rows);
  assertModestSize(name, rows.length * rows[0]!.length);
  const kernel = kernelOf(rows.map((row, i) => checkedLaw(`${name}[${i}]`, row)));
  if (domain === undefined) return kernel;
  if (domain.size !== kernel.from) {
    throw domainError("domain", `${domain.size} points`, `${kernel.from} points`, "Give one row for each point.");
  }
  for (const [first, ...rest] of domain.blocks) {
    const wrong = rest.find((x) => kernel.rows[x]!.some((weight, y) => weight !== kernel.rows[first!]![y]));
    if (wrong === undefined) continue;
    const value = "a row of its own";
    const allowed = `the row of ${first}: both are in one atom`;
    throw domainError(`${name}[${wrong}]`, value, allowed, "A kernel is measurable in its first argument.");
  }
  return kernel;
}

/** Q(x, .) is the point mass at map[x]; `to` is by default one more than the largest value. Throws TheoryError "domain" for values beyond it. */
export function deterministicKernel(map: readonly number[], options: { readonly to?: number } = {}): MarkovKernel {
  assertShapes({ map: counts, options: optionsOf({ to: count }) }, { map, options });
  const most = map.reduce((largest, value) => Math.max(largest, value), 0);
  const to = options.to ?? most + 1;
  if (map.length === 0 || most >= to) {
    const value = map.length === 0 ? "[]" : `a value ${most}`;
    throw domainError("map", value, `one value or more, from 0 to ${to - 1}`, "Name a state for each row.");
  }
  assertModestSize("map", map.length * to);
  return kernelOf(map.map((value) => Array.from({ length: to }, (_, y) => (y === value ? 1 : 0))));
}

function assertChained(parameter: string, found: number, wanted: number): void {
  if (found === wanted) return;
  throw domainError(parameter, `${found} rows`, `${wanted} rows`, "A kernel has one row for each state before it.");
}

/** The law of y where x has the law p: sum_x p(x) Q(x, .). Throws TheoryError "domain" unless p is a law on the rows. */
export function throughKernel(law: readonly number[], kernel: MarkovKernel): readonly number[] {
  assertShapes({ law: numbers, kernel: kernelShape }, { law, kernel });
  assertChained("kernel", kernel.from, law.length);
  const p = checkedLaw("law", law);
  const image = new Array<number>(kernel.to).fill(0);
  for (const [x, row] of kernel.rows.entries()) for (const [y, q] of row.entries()) image[y]! += p[x]! * q;
  return Object.freeze(image);
}

/** The law p(x) Q(x, {y}) of (x, y). A law p and a kernel determine it; a kernel alone does not. Throws TheoryError "domain" as `throughKernel`. */
export function jointThrough(law: readonly number[], kernel: MarkovKernel): JointLaw {
  assertShapes({ law: numbers, kernel: kernelShape }, { law, kernel });
  assertChained("kernel", kernel.from, law.length);
  const p = checkedLaw("law", law);
  const weights = kernel.rows.flatMap((row, x) => row.map((q) => p[x]! * q));
  return jointLawOf([kernel.from, kernel.to], weights);
}

/** First one kernel, then the other: (Q R)(x, z) = sum_y Q(x, y) R(y, z). Throws TheoryError "domain" where they do not chain. */
export function composeKernels(first: MarkovKernel, second: MarkovKernel): MarkovKernel {
  assertShapes({ first: kernelShape, second: kernelShape }, { first, second });
  assertChained("second", second.from, first.to);
  return kernelOf(first.rows.map((row) => throughKernel(row, second)));
}

/** Both at once, independently: (x, x') -> (y, y') with Q(x, y) R(x', y'), pairs row-major. Throws TheoryError "domain" beyond 2^20 entries. */
export function productKernel(first: MarkovKernel, second: MarkovKernel): MarkovKernel {
  assertShapes({ first: kernelShape, second: kernelShape }, { first, second });
  assertModestSize("second", first.from * second.from * first.to * second.to);
  return kernelOf(first.rows.flatMap((row) => second.rows.map((other) => row.flatMap((q) => other.map((r) => q * r)))));
}
