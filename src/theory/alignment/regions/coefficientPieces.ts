import { assertShapes, vector } from "../../../numeric/shape.js";
import { compareRational, type Rational, toNumber } from "../../../symbolic/rational.js";
import type { ReluNetwork } from "../network/reluNetwork.js";
import { networkShape } from "../shapes.js";
import { assertLayer } from "./gateKey.js";
import { type SegmentPiece, segmentPieces } from "./segmentPieces.js";

/** A piece of a segment on which A_l and B_l are constant. */
export interface CoefficientPiece {
  /** In t: x(t) = from + t (to - from). */
  readonly from: number;
  readonly to: number;
  readonly exact: { readonly from: Rational; readonly to: Rational };
  /** As `gateKey` writes it. */
  readonly key: string;
}

const bitsAbove = ({ gates }: SegmentPiece, layer: number) => gates.slice(layer).join(".");

/**
 * The pieces of the segment on which A_l and B_l of Lemma 1 are constant (Corollary 1), with exact breakpoints: where a gate above layer l of the
 * student or the teacher switches. Neighbouring pieces have different keys.
 * @throws TheoryError "domain" as `segmentPieces`, and for networks and layers that `gateKey` refuses.
 */
export function coefficientPieces(
  teacher: ReluNetwork,
  student: ReluNetwork,
  layer: number,
  from: readonly number[],
  to: readonly number[],
): readonly CoefficientPiece[] {
  assertShapes(
    { teacher: networkShape, student: networkShape, from: vector, to: vector },
    { teacher, student, from, to },
  );
  assertLayer(teacher, student, layer);
  const [ours, theirs] = [segmentPieces(student, from, to), segmentPieces(teacher, from, to)];
  const pieces: CoefficientPiece[] = [];
  let [i, k, start] = [0, 0, ours[0]!.exact.from];
  while (i < ours.length && k < theirs.length) {
    const [own, other] = [ours[i]!, theirs[k]!];
    const order = compareRational(own.exact.to, other.exact.to);
    const end = order <= 0 ? own.exact.to : other.exact.to;
    const key = `${bitsAbove(own, layer)}|${bitsAbove(other, layer)}`;
    const last = pieces.at(-1);
    const first = last?.key === key ? pieces.pop()!.exact.from : start;
    pieces.push({ from: toNumber(first), to: toNumber(end), exact: { from: first, to: end }, key });
    start = end;
    if (order <= 0) i += 1;
    if (order >= 0) k += 1;
  }
  return pieces;
}
