/**
 * Where the stream of a key starts: two Philox blocks under the key `seed`, counters (sample, draw, 0 and 1, a constant of
 * ours). Philox is a bijection for each seed, so that no two keys of a seed share a block, and the two blocks of a state
 * differ: a state is never zero.
 */
import { assertInteger } from "../domain.js";
import { philox } from "./philox.js";

/** Which numbers a stream holds: a pure function of these three. */
export interface StreamKey {
  /** Integer in [0, 2^53). */
  readonly seed: number;
  /** Integer in [0, 2^32), as `draw`. */
  readonly sample: number;
  readonly draw: number;
}

/** Four 64-bit words, low half first. Throws TheoryError for a key outside its domain. */
export function streamState({ seed, sample, draw }: StreamKey): Int32Array {
  assertInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  assertInteger("sample", sample, 0, 2 ** 32 - 1);
  assertInteger("draw", draw, 0, 2 ** 32 - 1);
  const key = [seed | 0, Math.floor(seed / 2 ** 32)] as const;
  return Int32Array.from([0, 1].flatMap((block) => philox([sample, draw, block, 0x7468656f], key)));
}
