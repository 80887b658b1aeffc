/**
 * Corollary 1 of Tian 2020: A_l and B_l depend on x only through the gates of the layers above l, of student and teacher. The key writes those
 * gates as bits, so that equal keys mean equal A_l and B_l.
 */
import { assertInteger } from "../../../numeric/domain.js";
import { assertShapes, vector } from "../../../numeric/shape.js";
import { type ForwardPass, forwardPass } from "../network/forwardPass.js";
import { assertComparable } from "../network/mixtureCoefficients.js";
import type { ReluNetwork } from "../network/reluNetwork.js";
import { networkShape } from "../shapes.js";

const bits = (gates: readonly boolean[]) => gates.map(Number).join("");

/** Gates of the hidden layers above `above`: one run of bits a layer, from below, "." between layers. "" where there is none. */
const gateBits = ({ gates }: ForwardPass, above: number): string => gates.slice(above, -1).map(bits).join(".");

/** Throws unless the networks match and `layer` is 0 or one of their hidden layers. */
export function assertLayer(teacher: ReluNetwork, student: ReluNetwork, layer: number): void {
  assertComparable(teacher, student);
  assertInteger("layer", layer, 0, Math.max(teacher.layers.length, student.layers.length) - 1);
}

/**
 * The key of the region of constancy of A_l and B_l that x lies in: bits of the gates of layers l+1, ..., L-1 of the student, "|", those of the
 * teacher. `layer` = 0 gives the key of the full cell, in which the networks are affine.
 * @throws TheoryError "domain" for networks that do not match, an input that does not fit, and a layer that is not an integer from 0 to L-1.
 */
export function gateKey(teacher: ReluNetwork, student: ReluNetwork, x: readonly number[], layer: number): string {
  assertShapes({ teacher: networkShape, student: networkShape, x: vector }, { teacher, student, x });
  assertLayer(teacher, student, layer);
  return `${gateBits(forwardPass(student, x), layer)}|${gateBits(forwardPass(teacher, x), layer)}`;
}
