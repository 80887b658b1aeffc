/**
 * The active region of a path of a ReLU network with one input, exactly. Between the zeros of the preactivations the network is affine, so that
 * A_pi = {x : all preactivations on the path are from 0 up} (Eqn. 2) is a union of closed intervals, which need not be connected (Figure 1, left).
 */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, vector } from "../../../numeric/shape.js";
import { rationalFromDecimal } from "../../../symbolic/precise/decimal.js";
import { addRational, compareRational, type Rational, rational, toNumber } from "../../../symbolic/rational.js";
import { assertEnds, assertPath } from "../shapes.js";
import { type AffineForm, inputSignals, layerSignals, type Signals, signAt } from "./affineForm.js";
import { type ExactGates, exactGates } from "./exactGates.js";
import { intervalOptions, layersShape } from "./shapes.js";

const MOST_PIECES = 20_000;

export interface IntervalOptions {
  /** b_1, ..., b_{L-1}; default 0. */
  readonly biases?: readonly (readonly number[])[];
  /** Where to look; default [-1, 1]. */
  readonly interval?: readonly [number, number];
}

/** A closed interval. */
export interface ActiveInterval {
  /** The ends as doubles, each rounded once. */
  readonly from: number;
  readonly to: number;
  readonly exact: readonly [from: Rational, to: Rational];
}

interface Piece {
  readonly from: Rational;
  readonly to: Rational;
  readonly signals: Signals;
  /** Preactivations on the path so far. */
  readonly gates: readonly AffineForm[];
}

const signOf = (form: AffineForm, { numerator, denominator }: Rational) => signAt(form, [numerator], denominator);

/** Zeros strictly inside, ascending, each once. */
function zerosInside(forms: readonly AffineForm[], from: Rational, to: Rational): readonly Rational[] {
  const zeros = forms.flatMap((form) =>
    signOf(form, from) * signOf(form, to) < 0 ? [rational(-form[1]!, form[0]!)] : [],
  );
  zeros.sort(compareRational);
  return zeros.filter((x, i) => i === 0 || compareRational(x, zeros[i - 1]!) !== 0);
}

/** The pieces on which the layer's gates are constant too. */
function cut(piece: Piece, own: Signals, neuron: number): readonly Piece[] {
  const ends = [piece.from, ...zerosInside(own.forms, piece.from, piece.to), piece.to];
  return ends.slice(1).map((to, i) => {
    const from = ends[i]!;
    // no zero inside: the sign at both ends together is that of the piece
    const forms = own.forms.map((form) => (signOf(form, from) + signOf(form, to) > 0 ? form : [0n, 0n]));
    return { from, to, signals: { forms, unit: own.unit }, gates: [...piece.gates, own.forms[neuron]!] };
  });
}

function piecesOf(gates: ExactGates, path: readonly number[], from: Rational, to: Rational): readonly Piece[] {
  let pieces: readonly Piece[] = [{ from, to, signals: inputSignals(1), gates: [] }];
  for (const [l, layer] of gates.layers.entries()) {
    pieces = pieces.flatMap((piece) => cut(piece, layerSignals(layer, piece.signals), path[l]!));
    if (pieces.length > MOST_PIECES) {
      const domain = `at most ${MOST_PIECES} pieces`;
      throw domainError("weights", `${pieces.length} pieces`, domain, "Use fewer neurons or a shorter interval.");
    }
  }
  return pieces;
}

/** Closed intervals in ascending order, joined where they touch. */
function joined(intervals: readonly (readonly [Rational, Rational])[]): readonly (readonly [Rational, Rational])[] {
  const out: [Rational, Rational][] = [];
  for (const [from, to] of intervals) {
    const last = out.at(-1);
    if (last !== undefined && compareRational(from, last[1]) <= 0) {
      if (compareRational(to, last[1]) > 0) last[1] = to;
    } else out.push([from, to]);
  }
  return out;
}

/**
 * The region of the path (one neuron of each hidden layer, from 0 up) within the interval, as disjoint closed intervals in ascending order; an interval
 * of one point is a point where a preactivation touches 0 from below. Exact for the decimals as given. At most 20000 pieces.
 * @throws TheoryError "domain" for networks that do not have one input or do not chain, paths that do not fit, and empty intervals.
 */
export function activeIntervals(
  weights: readonly Matrix[],
  path: readonly number[],
  options: IntervalOptions = {},
): readonly ActiveInterval[] {
  assertShapes({ weights: layersShape, path: vector, options: intervalOptions }, { weights, path, options });
  const { biases, interval = [-1, 1] } = options;
  const gates = exactGates(weights, biases);
  if (gates.inputs !== 1) {
    throw domainError("weights[0][0].length", gates.inputs, "1: a network on the line", "Use networks with one input.");
  }
  assertPath(path, gates.widths);
  assertEnds("interval", interval);
  const [from, to] = interval.map((end) => rationalFromDecimal(String(end)));
  const open = piecesOf(gates, path, from!, to!).flatMap((piece) => activePart(piece));
  return joined(open).map((exact) => ({ from: toNumber(exact[0]), to: toNumber(exact[1]), exact }));
}

/** The whole piece, or those of its ends where no gate is shut. */
function activePart({ from, to, gates }: Piece): readonly (readonly [Rational, Rational])[] {
  const isOpen = (x: Rational) => gates.every((form) => signOf(form, x) >= 0);
  if (isOpen(middle(from, to))) return [[from, to]];
  return [from, to].filter(isOpen).map((end) => [end, end] as const);
}

function middle(a: Rational, b: Rational): Rational {
  const sum = addRational(a, b);
  return rational(sum.numerator, 2n * sum.denominator);
}
