/**
 * X <- phi(gamma z(H) + beta), z the batch normalisation of each row over each batch, in panels of 256 rows. `scratch`: two
 * arrays of 256 numbers. The program runs as in elementwise/runProgram; for `result` < 0 there is none, and X gets
 * gamma z + beta.
 */
import { clearRest } from "./clearRest";
import { runProgram } from "./elementwise/runProgram";
import { moments } from "./moments";
import { normalise } from "./normalise";

const PANEL: usize = 256;

export function bnForward(
  h: usize,
  x: usize,
  width: usize,
  stride: usize,
  columns: usize,
  batch: usize,
  epsilon: f64,
  gamma: f64,
  beta: f64,
  centred: bool,
  code: usize,
  count: i32,
  registers: usize,
  result: i32,
  scratch: usize,
): void {
  const column = stride << 3;
  const rows = (width + 3) & ~3;
  const mean = scratch;
  const scale = scratch + (PANEL << 3);
  for (let c: usize = 0; c < columns; c += batch) {
    for (let first: usize = 0; first < rows; first += PANEL) {
      const length = min(PANEL, rows - first);
      const origin = h + c * column + (first << 3);
      moments(origin, column, batch, length << 3, epsilon, centred, mean, scale);
      for (let k: usize = 0; k < batch; k++) {
        const to = x + (c + k) * column + (first << 3);
        const argument = result < 0 ? to : registers;
        normalise(origin + k * column, origin, length << 3, centred, mean, scale, gamma, beta, argument);
        if (result < 0) continue;
        runProgram(code, count, registers, <i32>length);
        memory.copy(to, registers + ((<usize>result * length) << 3), length << 3);
      }
    }
  }
  clearRest(x, width, rows, column, columns);
}
