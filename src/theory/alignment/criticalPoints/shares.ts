import type { GaussianStream } from "../../../numeric/random/gaussianStream.js";

/** `count` random numbers that add up to `total`. */
export function shares(stream: GaussianStream, count: number, total: number): number[] {
  const parts = Array.from({ length: count - 1 }, () => total / count + stream.next() / 2);
  return [...parts, parts.reduce((rest, part) => rest - part, total)];
}
