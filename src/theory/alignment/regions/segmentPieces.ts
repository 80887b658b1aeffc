/**
 * The regions of Corollary 1 along a segment x(t) = from + t (to - from), 0 <= t <= 1: every pre-activation is affine in t between breakpoints, so
 * that layer after layer the pieces are cut at the zeros. All in exact arithmetic on the values of the doubles, which are integers over powers of two,
 * one power a layer: the breakpoints, fractions, are exact for networks of any depth. With one input and from = [a], to = [b] the breakpoint is x = a + t (b - a).
 */
import { domainError } from "../../../numeric/domain.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import {
  addRational,
  compareRational,
  divideRational,
  type Rational,
  rational,
  rationalFromNumber,
  toNumber,
} from "../../../symbolic/rational.js";
import type { ReluNetwork } from "../network/reluNetwork.js";

const MOST_PIECES = 20_000;

/** value + t slope, times the power of two of its layer. */
interface Affine {
  readonly value: bigint;
  readonly slope: bigint;
}

/** Integers that are the numbers times 2^bits. */
interface Dyadic {
  readonly rows: readonly (readonly bigint[])[];
  readonly bits: bigint;
}

interface Piece {
  readonly from: Rational;
  readonly to: Rational;
  /** What the layer above reads on this piece. */
  readonly signals: readonly Affine[];
  /** Gates of the hidden layers so far. */
  readonly gates: readonly string[];
}

export interface SegmentPiece {
  /** In t, exact, and as doubles. */
  readonly exact: { readonly from: Rational; readonly to: Rational };
  readonly from: number;
  readonly to: number;
  /** Bits of the gates of layers 1, ..., L-1 on the open piece. */
  readonly gates: readonly string[];
}

const zero = rational(0);
const one = rational(1);
const two = rational(2);
const silent: Affine = { value: 0n, slope: 0n };

function dyadic(numbers: readonly (readonly number[])[]): Dyadic {
  const exact = numbers.map((row) => row.map(rationalFromNumber));
  const largest = exact.flat().reduce((most, { denominator }) => (denominator > most ? denominator : most), 1n);
  const rows = exact.map((row) => row.map(({ numerator, denominator }) => numerator * (largest / denominator)));
  return { rows, bits: BigInt(largest.toString(2).length - 1) };
}

/** w.f + b for a column of integer weights; `unit` is 1 in the scale of the signals. */
function sumOf(column: readonly bigint[], signals: readonly Affine[], unit: bigint): Affine {
  let [value, slope] = [column[signals.length]! * unit, 0n];
  for (const [i, signal] of signals.entries()) {
    value += column[i]! * signal.value;
    slope += column[i]! * signal.slope;
  }
  return { value, slope };
}

/** Zeros of the forms strictly inside the piece, ascending, each once. */
function zerosInside(forms: readonly Affine[], from: Rational, to: Rational): readonly Rational[] {
  const zeros = forms.flatMap(({ value, slope }) => {
    const [start, end] = [signAt({ value, slope }, from), signAt({ value, slope }, to)];
    return start * end < 0 ? [rational(-value, slope)] : [];
  });
  zeros.sort(compareRational);
  return zeros.filter((t, i) => i === 0 || compareRational(t, zeros[i - 1]!) !== 0);
}

function signAt({ value, slope }: Affine, { numerator, denominator }: Rational): -1 | 0 | 1 {
  const scaled = value * denominator + slope * numerator;
  return scaled > 0n ? 1 : scaled < 0n ? -1 : 0;
}

/** The pieces on which the next hidden layer has constant gates too. */
function cut(piece: Piece, columns: readonly (readonly bigint[])[], unit: bigint): readonly Piece[] {
  const forms = columns.map((column) => sumOf(column, piece.signals, unit));
  const ends = [piece.from, ...zerosInside(forms, piece.from, piece.to), piece.to];
  return ends.slice(1).map((to, i) => {
    const from = ends[i]!;
    const middle = divideRational(addRational(from, to), two);
    const open = forms.map((form) => signAt(form, middle) > 0);
    const signals = forms.map((form, j) => (open[j]! ? form : silent));
    return { from, to, signals, gates: [...piece.gates, open.map(Number).join("")] };
  });
}

/**
 * The pieces of the segment on which every gate of every hidden layer is constant, in order; neighbours differ in a gate. At most 20000 pieces. Exact for the given doubles; `from` and `to` are rounded once.
 * @throws TheoryError "domain" for ends that do not fit the network, equal ends, and more pieces than that.
 */
export function segmentPieces(
  { layers, widths }: ReluNetwork,
  from: readonly number[],
  to: readonly number[],
): readonly SegmentPiece[] {
  assertNumbers("from", from, widths[0]!);
  assertNumbers("to", to, widths[0]!);
  if (from.every((value, i) => value === to[i])) {
    throw domainError("to", to.join(", "), "a point other than from", "A segment has two ends.");
  }
  const ends = dyadic([from, to]);
  const signals = ends.rows[0]!.map((value, i) => ({ value, slope: ends.rows[1]![i]! - value }));
  let unit = 1n << ends.bits;
  let pieces: readonly Piece[] = [{ from: zero, to: one, signals, gates: [] }];
  for (const weights of layers.slice(0, -1)) {
    const { rows, bits } = dyadic(weights);
    const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
    pieces = pieces.flatMap((piece) => cut(piece, columns, unit));
    unit <<= bits;
    if (pieces.length > MOST_PIECES) {
      throw domainError("network", `${pieces.length} pieces`, `at most ${MOST_PIECES}`, "Use a shorter segment.");
    }
  }
  return pieces.map((piece) => ({
    exact: { from: piece.from, to: piece.to },
    from: toNumber(piece.from),
    to: toNumber(piece.to),
    gates: piece.gates,
  }));
}
