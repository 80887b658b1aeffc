import { complexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonEquation } from "../dysonEquation.js";
import { hermitianEigenvalues } from "../hermitian.js";
import { equalWeights, frozenSelfEnergy } from "../selfEnergies/frozenSelfEnergy.js";
import type { Packed, SelfEnergy } from "../selfEnergy.js";

/** Rows of an equation that is solved alone. */
export interface Component {
  readonly rows: readonly number[];
  /** Of the trace. */
  readonly share: number;
  readonly equation: DysonEquation;
}

/** Rows up to which components are looked for: n applications of S, n^2 where there are some. */
const [LARGEST_DIAGONAL, LARGEST_MATRIX] = [100, 40];

/**
 * Sets of rows between which neither A nor S has entries: the solution is block diagonal in them, by its uniqueness, and each block has an
 * equation of its own. An edge of one inside the bulk of another is then an edge. Empty where the equation is whole, or large.
 */
export function componentsOf(equation: DysonEquation): readonly Component[] {
  const { size, structure, isScalar } = equation.selfEnergy;
  const diagonal = structure === "diagonal";
  if (size === 1 || isScalar || size > (diagonal ? LARGEST_DIAGONAL : LARGEST_MATRIX)) return [];
  const labels = diagonal ? labelsOfDiagonal(equation) : labelsOfMatrix(equation);
  const different = [...new Set(labels)];
  if (different.length === 1) return [];
  return different.map((label) =>
    componentOf(
      equation,
      labels.flatMap((other, i) => (other === label ? [i] : [])),
    ),
  );
}

/** Gives all rows of both components one label. */
function join(labels: number[], i: number, j: number): void {
  const [kept, lost] = [labels[i]!, labels[j]!];
  if (kept === lost) return;
  for (let k = 0; k < labels.length; k++) if (labels[k] === lost) labels[k] = kept;
}

const indices = (size: number): number[] => Array.from({ length: size }, (_, i) => i);
const isZero = ({ re, im }: Packed, at: number): boolean => re[at] === 0 && im[at] === 0;

function labelsOfDiagonal({ selfEnergy: { size, apply } }: DysonEquation): number[] {
  const labels = indices(size);
  const [unit, image] = [complexArray(size), complexArray(size)];
  for (let j = 0; j < size; j++) {
    unit.re.fill(0)[j] = 1;
    apply(unit, image);
    for (let i = 0; i < size; i++) if (!isZero(image, i)) join(labels, i, j);
  }
  return labels;
}

/** The finest partition that holds A's entries and, of every unit matrix inside a block, S's. */
function labelsOfMatrix({ selfEnergy: { size, apply }, mean }: DysonEquation): number[] {
  const labels = indices(size);
  for (let at = 0; at < size * size; at++) if (!isZero(mean, at)) join(labels, Math.floor(at / size), at % size);
  const [unit, image] = [complexArray(size * size), complexArray(size * size)];
  const isDone = new Uint8Array(size * size);
  const absorb = (i: number, j: number): void => {
    isDone[i * size + j] = 1;
    unit.re.fill(0)[i * size + j] = 1;
    apply(unit, image);
    for (let at = 0; at < size * size; at++) {
      if (isZero(image, at)) continue;
      join(labels, i, Math.floor(at / size));
      join(labels, i, at % size);
    }
  };
  for (let i = 0; i < size; i++) absorb(i, i);
  for (let changes = true; changes; ) {
    changes = false;
    for (let at = 0; at < size * size && labels.some((label) => label !== labels[0]); at++) {
      const [i, j] = [Math.floor(at / size), at % size];
      if (isDone[at] === 1 || labels[i] !== labels[j]) continue;
      absorb(i, j);
      changes = true;
    }
  }
  return labels;
}

/** Places of the rows' entries in the whole. */
function placesOf(rows: readonly number[], { size, structure }: SelfEnergy): readonly number[] {
  return structure === "diagonal" ? rows : rows.flatMap((i) => rows.map((j) => i * size + j));
}

function componentOf({ selfEnergy, mean, real }: DysonEquation, rows: readonly number[]): Component {
  const { structure, weights, name, size } = selfEnergy;
  const diagonal = structure === "diagonal";
  const places = placesOf(rows, selfEnergy);
  const share = rows.reduce((sum, i) => sum + weights[i]!, 0);
  const [whole, image] = [0, 1].map(() => complexArray(diagonal ? size : size * size)) as [Packed, Packed];
  const part = frozenSelfEnergy({
    name,
    structure,
    size: rows.length,
    weights: share > 0 && diagonal ? rows.map((i) => weights[i]! / share) : equalWeights(rows.length),
    real: selfEnergy.real,
    apply: (R, out) => {
      places.forEach((at, k) => {
        whole.re[at] = R.re[k]!;
        whole.im[at] = R.im[k]!;
      });
      selfEnergy.apply(whole, image);
      places.forEach((at, k) => {
        out.re[k] = image.re[at]!;
        out.im[k] = image.im[at]!;
      });
    },
  });
  const own = {
    re: Float64Array.from(places, (at) => mean.re[at]!),
    im: Float64Array.from(places, (at) => mean.im[at]!),
  };
  const eigenvalues = diagonal ? own.re : hermitianEigenvalues(own, rows.length);
  const meanRange = [
    eigenvalues.reduce((a, b) => Math.min(a, b)),
    eigenvalues.reduce((a, b) => Math.max(a, b)),
  ] as const;
  return { rows, share, equation: Object.freeze({ selfEnergy: part, mean: own, meanRange, real }) };
}
