/** Long vectors as Float64Array. Lengths are the caller's care. */

export function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** target += factor a. */
export function addMultiple(target: Float64Array, factor: number, a: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * a[i]!;
}
