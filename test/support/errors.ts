/** A decimal string as the nearest double. */
export const decimal = (text: string) => (text === "Infinity" ? Infinity : Number(text));

/** |got - want| / |want|; absolute where want is 0. */
export function relativeError(got: number, want: number): number {
  if (got === want) return 0;
  return Math.abs(got - want) / (want === 0 ? 1 : Math.abs(want));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
