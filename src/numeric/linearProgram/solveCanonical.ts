/** maximise c.u where A u <= b, u >= 0, with a certificate for the answer. */
import { type Model, solve } from "yalps";
import type { CanonicalForm } from "./canonicalForm.js";
import { polish } from "./polish.js";

type Program = Pick<CanonicalForm, "costs" | "rows" | "limits">;
/** With the number 1 of the given program: what is optimal must be so in its units too. */
type GivenProgram = Program & Pick<CanonicalForm, "ones">;

export type CanonicalSolution =
  | { readonly status: "optimal"; readonly point: readonly number[]; readonly gap: number }
  | { readonly status: "infeasible" | "unbounded" };

/** What counts as zero in a scaled program; pivots are decided a hundred times more finely. */
const tolerance = 1e-9;
/** What is left of a scaled row after polishing. */
const roundoff = 2 ** -48;
const attempts = 16;

/** Null where no attempt brings an answer with its certificate. */
export function solveCanonical(given: GivenProgram): CanonicalSolution | null {
  let program: Program = given;
  const multipliers: (readonly number[])[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { status, point: rounded } = simplex(program, attempt);
    if (status === "infeasible") {
      const violation = optimum(smallestViolation(program), attempt);
      if (violation !== null && violation > tolerance) return { status };
      // only rounding contradicts itself
      if (violation !== null) program = relaxed(given);
    } else if (status === "unbounded") {
      const [ray, violation] = [optimum(steepestRay(program), attempt), optimum(smallestViolation(program), attempt)];
      if (ray !== null && ray > tolerance && violation !== null && violation <= tolerance) return { status };
    } else if (status === "optimal") {
      const point = polish(program.rows, program.limits, rounded);
      if (violationAt(program, point) > tolerance || !isAdmissible(given, program.limits, point)) continue;
      multipliers.push(...dualVertex(program, attempt));
      for (const y of multipliers) {
        const gap = Math.abs(valueAt(program.costs, point) - valueAt(program.limits, y));
        if (gap <= allowedGap(given, point, y)) return { status, point, gap };
      }
    }
  }
  return null;
}

/** The largest |entry u_k|, where no |u_k| counts as less than 1 in the given program. */
const largestTerm = (entries: readonly number[], ones: readonly number[], u: readonly number[]): number =>
  entries.reduce((most, entry, k) => Math.max(most, Math.abs(entry) * Math.max(ones[k]!, Math.abs(u[k]!))), 0);

/** What a violation of a row is compared with in the given program's units. */
const rowSize = ({ rows, limits, ones }: GivenProgram, r: number, u: readonly number[]): number =>
  Math.max(Math.abs(limits[r]!), largestTerm(rows[r]!, ones, u));

/**
 * A violation of a constraint by the tolerance moves the value by that constraint's multiplier, counted in the smaller of both units; but for roundoff
 * a gap of a millionth of the objective's terms is none.
 */
function allowedGap(given: GivenProgram, u: readonly number[], y: readonly number[]): number {
  const objective = largestTerm(given.costs, given.ones, u);
  const scaled = y.reduce((sum, value) => sum + value, 1);
  const own = y.reduce((sum, value, r) => sum + value * rowSize(given, r, u), objective);
  return 10 * tolerance * Math.min(scaled, own, 100 * objective) + roundoff * scaled;
}

/** Rows that contradict each other by rounding may give way by the tolerance, in the smaller of both units. */
function relaxed(given: GivenProgram): Program {
  const origin = given.costs.map(() => 0);
  return {
    ...given,
    limits: given.limits.map((limit, r) => limit + tolerance * Math.min(1, rowSize(given, r, origin))),
  };
}

/** Whether a point violates no limit by more than the tolerance in the given program's units: a wrong scale must not hide a violation. */
const isAdmissible = (given: GivenProgram, limits: readonly number[], u: readonly number[]): boolean =>
  given.rows.every((row, r) => valueAt(row, u) - limits[r]! <= tolerance * rowSize(given, r, u) + roundoff);

/** Admissible multipliers y of the constraints: minimise b.y where A^T y >= c, y >= 0. None where the simplex method finds none. */
function dualVertex(program: Program, attempt: number): readonly (readonly number[])[] {
  const dual: Program = {
    costs: program.limits.map((limit) => 0 - limit),
    rows: transposed(program).map((column) => column.map((entry) => 0 - entry)),
    limits: program.costs.map((cost) => 0 - cost),
  };
  const { status, point } = simplex(dual, attempt);
  if (status !== "optimal") return [];
  const y = polish(dual.rows, dual.limits, point);
  return violationAt(dual, y) <= tolerance ? [y] : [];
}

const transposed = ({ costs, rows }: Program): readonly (readonly number[])[] =>
  costs.map((_, k) => rows.map((row) => row[k]!));

/**
 * The smallest t >= 0 such that A u <= b + t for some u >= 0, as its dual: maximise -b.y where A^T y >= 0, y >= 0, sum y <= 1. It is feasible at
 * y = 0, so that it needs no first phase, and its solution is Farkas' certificate.
 */
const smallestViolation = (program: Program): Program => ({
  costs: program.limits.map((limit) => 0 - limit),
  rows: [...transposed(program).map((column) => column.map((entry) => 0 - entry)), program.limits.map(() => 1)],
  limits: [...program.costs.map(() => 0), 1],
});

/** The largest c.d of a direction d >= 0 with A d <= 0 and sum d <= 1: positive where the objective grows for ever. */
const steepestRay = (program: Program): Program => ({
  costs: program.costs,
  rows: [...program.rows, program.costs.map(() => 1)],
  limits: [...program.limits.map(() => 0), 1],
});

/** The largest value of a program that is known to have one; null where the simplex method does not find it. */
function optimum(program: Program, attempt: number): number | null {
  const { status, point } = simplex(program, attempt);
  return status === "optimal" && violationAt(program, point) <= tolerance ? valueAt(program.costs, point) : null;
}

/** Largest excess over a limit, in units of 1 + |u|. */
function violationAt({ rows, limits }: Program, point: readonly number[]): number {
  let largest = 0;
  for (const [r, row] of rows.entries()) {
    let sum = 0;
    let size = 1;
    for (const [k, entry] of row.entries()) {
      sum += entry * point[k]!;
      size = Math.max(size, Math.abs(entry * point[k]!));
    }
    largest = Math.max(largest, (sum - limits[r]!) / size);
  }
  return largest;
}

/** yalps on the rows and columns in the order of this attempt. */
function simplex({ costs, rows, limits }: Program, attempt: number) {
  const rowOrder = order(rows.length, attempt);
  const columnOrder = order(costs.length, attempt);
  const model: Model<number, number> = {
    direction: "maximize",
    objective: -1,
    constraints: rowOrder.map((r) => [r, { max: limits[r]! }]),
    variables: columnOrder.map((k) => {
      const column: (readonly [number, number])[] = [[-1, costs[k]!]];
      for (const r of rowOrder) if (rows[r]![k] !== 0) column.push([r, rows[r]![k]!]);
      return [k, column];
    }),
  };
  const maxPivots = 5 * (20 + rows.length + costs.length);
  const { status, variables } = solve(model, { precision: 1e-11, maxPivots });
  const point = costs.map(() => 0);
  for (const [k, value] of variables) point[k] = value;
  return { status, point };
}

function valueAt(costs: readonly number[], point: readonly number[]): number {
  let value = 0;
  for (const [k, cost] of costs.entries()) value += cost * point[k]!;
  return value;
}

/** 0 .. size-1, as they are at first and then in orders that depend on the attempt alone. */
function order(size: number, attempt: number): readonly number[] {
  const numbers = Array.from({ length: size }, (_, k) => k);
  let state = attempt * 2654435761;
  for (let k = size - 1; k > 0 && attempt > 0; k--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (k + 1));
    [numbers[k], numbers[other]] = [numbers[other]!, numbers[k]!];
  }
  return numbers;
}
