/**
 * Activation pattern regions A_b of gated networks with two inputs within a square, exactly: the square is cut by the zero lines of one layer after the
 * other. In a linear gating network the lines are those of the plane; in a ReLU network they differ from cell to cell, since the neurons below that are
 * not active send 0. Both kinds of cell are convex polygons. Cells of area 0 are none.
 */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes } from "../../../numeric/shape.js";
import { type Rational, toNumber } from "../../../symbolic/rational.js";
import { assertFewNeurons } from "../shapes.js";
import { type AffineForm, inputSignals, layerSignals, linearSignals, type Signals } from "./affineForm.js";
import { assertPlane, type ExactGates, exactGates } from "./exactGates.js";
import type { RegionOptions } from "./pathPolygon.js";
import {
  clip,
  clipBelow,
  type PlanePolygon,
  type PolygonVertices,
  polygonArea,
  squareBox,
  valueAt,
  verticesOf,
} from "./planePolygon.js";
import { layersShape, patternOptions } from "./shapes.js";

const MOST_CELLS = 20_000;

/** Which gates: sent through ReLUs, or eta_l = W_l eta_{l-1} + b_l as in a deep linearly gated network. */
export type GateKind = "relu" | "linear";

/** A cell before its numbers are read. */
export interface RawCell {
  readonly polygon: PlanePolygon;
  /** Bits of the gates, a text a layer: 1 where the preactivation is from 0 up. */
  readonly pattern: readonly string[];
}

export interface PatternCell extends PolygonVertices {
  /** Bits of the gates inside, a text a layer: 1 where the preactivation is positive, or 0 all over the cell (gates are open at 0). */
  readonly pattern: readonly string[];
  readonly area: Rational;
  /** The nearest double. */
  readonly areaNumber: number;
}

export interface PatternOptions extends RegionOptions {
  /** Default "linear". */
  readonly gates?: GateKind;
}

interface Piece {
  readonly polygon: PlanePolygon;
  readonly bits: string;
}

/** The polygon cut by the zero lines of the forms. Where a form is 0 at all vertices it is 0 everywhere: the gate is open. */
function cutBy(polygon: PlanePolygon, forms: readonly AffineForm[]): readonly Piece[] {
  let pieces: Piece[] = [{ polygon, bits: "" }];
  for (const form of forms) {
    pieces = pieces.flatMap((piece) => {
      const values = piece.polygon.map((vertex) => valueAt(form, vertex));
      const [above, below] = [values.some((value) => value > 0n), values.some((value) => value < 0n)];
      if (!below) return [{ polygon: piece.polygon, bits: `${piece.bits}1` }];
      if (!above) return [{ polygon: piece.polygon, bits: `${piece.bits}0` }];
      return [
        { polygon: clip(piece.polygon, form), bits: `${piece.bits}1` },
        { polygon: clipBelow(piece.polygon, form), bits: `${piece.bits}0` },
      ];
    });
    assertFew(pieces.length);
  }
  return pieces;
}

function assertFew(cells: number): void {
  if (cells <= MOST_CELLS) return;
  const remedy = "Use fewer neurons or a smaller box.";
  throw domainError("weights", `more than ${MOST_CELLS} cells`, `at most ${MOST_CELLS} cells in the box`, remedy);
}

const silenced = ({ forms, unit }: Signals, bits: string): Signals => ({
  forms: forms.map((form, i) => (bits[i] === "1" ? form : form.map(() => 0n))),
  unit,
});

/** The cells of a start polygon of positive area. */
export function cellsOf(gates: ExactGates, start: PlanePolygon, kind: GateKind): readonly RawCell[] {
  assertFewNeurons("weights", gates.widths);
  const linear = kind === "linear" ? linearSignals(gates) : null;
  let cells: readonly (RawCell & { readonly signals: Signals })[] = [
    { polygon: start, pattern: [], signals: inputSignals(2) },
  ];
  for (const [l, layer] of gates.layers.entries()) {
    let count = 0;
    cells = cells.flatMap(({ polygon, pattern, signals }) => {
      const own = linear?.[l] ?? layerSignals(layer, signals);
      const pieces = cutBy(polygon, own.forms);
      count += pieces.length;
      assertFew(count);
      return pieces.map((piece) => ({
        polygon: piece.polygon,
        pattern: [...pattern, piece.bits],
        signals: linear === null ? silenced(own, piece.bits) : own,
      }));
    });
  }
  return cells.map(({ polygon, pattern }) => ({ polygon, pattern }));
}

/**
 * The activation pattern regions of positive area within the square, of the hidden layers `weights` (rows are neurons; no output layer). They cover the
 * square and overlap in edges only; no pattern occurs twice. Exact for the decimals as given. At most 512 neurons and 20000 cells.
 * @throws TheoryError "domain" for networks that do not have two inputs or do not chain, empty squares, and more cells than that.
 */
export function patternCells(weights: readonly Matrix[], options: PatternOptions = {}): readonly PatternCell[] {
  assertShapes({ weights: layersShape, options: patternOptions }, { weights, options });
  const { biases, box = [-1, 1], gates: kind = "linear" } = options;
  const gates = exactGates(weights, biases);
  assertPlane(gates);
  return cellsOf(gates, squareBox(box), kind).map(({ polygon, pattern }) => {
    const area = polygonArea(polygon);
    return Object.freeze({ pattern, ...verticesOf(polygon), area, areaNumber: toNumber(area) });
  });
}
