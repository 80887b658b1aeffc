/** Short vectors as lists of numbers. Lengths are the caller's care. */
export type Vector = readonly number[];

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Euclidean length; neither overflows nor underflows on the way. */
export function norm(a: ArrayLike<number>): number {
  let square = 0;
  for (let i = 0; i < a.length; i++) square += a[i]! * a[i]!;
  if (square > 1e-280 && square < 1e280) return Math.sqrt(square);
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]!));
  if (largest === 0 || largest === Number.POSITIVE_INFINITY) return largest;
  // divided first: 1/largest overflows for denormal entries
  let ratio = 0;
  for (let i = 0; i < a.length; i++) ratio += (a[i]! / largest) ** 2;
  return largest * Math.sqrt(ratio);
}

/** The vector over its length; zeros stay zeros. */
export function unit(a: Vector): Vector {
  const length = norm(a);
  if (length === 0) return a;
  // a length of few bits would round the direction
  if (length < 1e-290) return unit(a.map((entry) => entry * 2 ** 200));
  return a.map((entry) => entry / length);
}

/** factor a + other b. */
export const combine = (factor: number, a: Vector, other: number, b: Vector): Vector =>
  a.map((entry, i) => factor * entry + other * b[i]!);

/** target += factor a. */
export function addTo(target: number[], factor: number, a: Vector): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * a[i]!;
}
