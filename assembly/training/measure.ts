/** What is measured of a network, one batch of consecutive samples after the other; sums are double precision. */
import { addRows } from "./addRows";
import { copyRow } from "./copyRow";
import { forward } from "./forward";
import { laneSum } from "./laneSum";
// biome-ignore lint/style/useImportType: AssemblyScript has no imports of types
import { layerOf, Network } from "./layout";

/** Runs the network on the samples first .. first + count - 1; what it gives for padding is to be left out. */
export function show(at: usize, inputs: usize, first: u32, count: u32): void {
  const network = changetype<Network>(at);
  const bytes = layerOf(network, 0).inputs << 2;
  copyRow(inputs + first * bytes, network.inputRows, count * bytes);
  forward(network);
}

/** Sum of (f* - f)^2 over the `count` samples shown; `targets`: the first one's row. */
export function squaredError(at: usize, targets: usize, count: u32): f64 {
  const network = changetype<Network>(at);
  const top = layerOf(network, network.depth - 1);
  const bytes = top.nodes << 2;
  let total: f64 = 0;
  for (let s: u32 = 0; s < count; s++) {
    let squares = f32x4.splat(0);
    for (let c = s * bytes; c < (s + 1) * bytes; c += 16) {
      const residual = f32x4.sub(v128.load(targets + c), v128.load(top.rows + c));
      squares = f32x4.add(squares, f32x4.mul(residual, residual));
    }
    total += <f64>laneSum(squares);
  }
  return total;
}

/**
 * Adds to the moments of every node of a hidden layer, (sum f, sum f^2) each, and to teachers x nodes products with the rows
 * of `teacher`: teachers x batch, zero for padding. Both in doubles.
 */
export function correlate(
  at: usize,
  hidden: u32,
  count: u32,
  teacher: usize,
  teachers: u32,
  products: usize,
  moments: usize,
): void {
  const network = changetype<Network>(at);
  const layer = layerOf(network, hidden);
  const bytes = network.batch << 2;
  for (let k: u32 = 0; k < layer.nodes; k++) {
    const column = layer.columns + k * bytes;
    addMoments(column, count, moments + (k << 4));
    for (let j: u32 = 0; j < teachers; j++) {
      const sum = products + ((j * layer.nodes + k) << 3);
      store<f64>(sum, load<f64>(sum) + <f64>dot(column, teacher + j * bytes, bytes));
    }
  }
}

function addMoments(column: usize, count: u32, moments: usize): void {
  let sum: f64 = 0;
  let squares: f64 = 0;
  for (const end = column + (count << 2); column < end; column += 4) {
    const value = <f64>load<f32>(column);
    sum += value;
    squares += value * value;
  }
  store<f64>(moments, load<f64>(moments) + sum);
  store<f64>(moments, load<f64>(moments, 8) + squares, 8);
}

/**
 * Adds beta_ii = |v_i(x)|^2 of the nodes of a hidden layer for the sample s shown, from the fan-outs v_k(x) of the layer
 * above, rows of `outputs` numbers: v_i = sum of w_ik v_k over the active k. Leaves the v_i in `lower`.
 */
export function addFanOut(at: usize, hidden: u32, s: u32, upper: usize, lower: usize, outputs: u32, sums: usize): void {
  const network = changetype<Network>(at);
  const above = layerOf(network, hidden + 1);
  const bytes = outputs << 2;
  const active = above.sampleLists + ((s * (above.nodes + 8)) << 1);
  const count = load<u32>(above.sampleCounts + (s << 2));
  memory.fill(lower, 0, above.inputs * bytes);
  for (let i: u32 = 0; i < above.inputs; i++) {
    addRows(lower, upper, bytes, above.weights + ((i * above.nodes) << 2), active, count);
    const sum = sums + (i << 3);
    store<f64>(sum, load<f64>(sum) + <f64>dot(lower, lower, bytes));
    lower += bytes;
  }
}

function dot(left: usize, right: usize, bytes: u32): f32 {
  let sum = f32x4.splat(0);
  for (const end = left + bytes; left < end; left += 16) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(left), v128.load(right)));
    right += 16;
  }
  return laneSum(sum);
}
