/**
 * Philox-4x32-10: a bijection of 128-bit counters for every 64-bit key, ten rounds of two 32 x 32 -> 64 bit products,
 *   (c0, c1, c2, c3) -> (high(M1 c2) ^ c1 ^ k0, low(M1 c2), high(M0 c0) ^ c3 ^ k1, low(M0 c0)),   k += W.
 * Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011). Results are unsigned 32-bit numbers.
 */
export type Counter = readonly [number, number, number, number];

export function philox([a, b, c, d]: Counter, key: readonly [number, number]): Counter {
  let [c0, c1, c2, c3] = [a, b, c, d];
  let [k0, k1] = key;
  for (let round = 0; round < 10; round++) {
    const top = high(0xcd9e8d57, c2) ^ c1 ^ k0;
    const bottom = high(0xd2511f53, c0) ^ c3 ^ k1;
    c1 = Math.imul(0xcd9e8d57, c2);
    c3 = Math.imul(0xd2511f53, c0);
    c0 = top;
    c2 = bottom;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** The upper 32 bits of the unsigned product, from 16-bit halves: every sum stays below 2^53. */
function high(left: number, right: number): number {
  const [leftHigh, leftLow] = [left >>> 16, left & 0xffff];
  const [rightHigh, rightLow] = [right >>> 16, right & 0xffff];
  const middle = leftHigh * rightLow + leftLow * rightHigh + Math.floor((leftLow * rightLow) / 65536);
  return (leftHigh * rightHigh + Math.floor(middle / 65536)) | 0;
}
