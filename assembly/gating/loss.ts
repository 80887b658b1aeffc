/**
 * Losses of a batch of outputs (samples x padded, row-major) and their gradients. Each returns the sum over samples in double
 * precision and, where `gradient` is not 0, puts factor d(that sum)/d(outputs) there; the places of padding stay zero.
 */

/** Sum of (f - y)^2 over outputs; targets are laid out as the outputs. `factor` includes the 2. */
export function squaredError(
  outputs: usize,
  targets: usize,
  samples: u32,
  padded: u32,
  factor: f32,
  gradient: usize,
): f64 {
  const bytes = (samples * padded) << 2;
  const scale = f32x4.splat(factor);
  let sum: f64 = 0;
  for (let i: u32 = 0; i < bytes; i += 16) {
    const residual = f32x4.sub(v128.load(outputs + i), v128.load(targets + i));
    const square = f32x4.mul(residual, residual);
    sum += <f64>f32x4.extract_lane(square, 0) + <f64>f32x4.extract_lane(square, 1);
    sum += <f64>f32x4.extract_lane(square, 2) + <f64>f32x4.extract_lane(square, 3);
    if (gradient !== 0) v128.store(gradient + i, f32x4.mul(scale, residual));
  }
  return sum;
}

/** Sum of log(sum_j exp(f_j)) - f_label; `labels`: a byte a sample. */
export function crossEntropy(
  outputs: usize,
  labels: usize,
  samples: u32,
  count: u32,
  padded: u32,
  factor: f32,
  gradient: usize,
): f64 {
  let sum: f64 = 0;
  for (let s: u32 = 0; s < samples; s++) {
    const row = outputs + ((s * padded) << 2);
    const label = <u32>load<u8>(labels + s);
    let top = load<f32>(row);
    for (let j: u32 = 1; j < count; j++) top = max(top, load<f32>(row + (j << 2)));
    let total: f64 = 0;
    for (let j: u32 = 0; j < count; j++) total += Math.exp(<f64>(load<f32>(row + (j << 2)) - top));
    sum += Math.log(total) - <f64>(load<f32>(row + (label << 2)) - top);
    if (gradient === 0) continue;
    const out = gradient + ((s * padded) << 2);
    for (let j: u32 = 0; j < count; j++) {
      const share = Math.exp(<f64>(load<f32>(row + (j << 2)) - top)) / total;
      store<f32>(out + (j << 2), factor * <f32>(share - (j === label ? 1 : 0)));
    }
  }
  return sum;
}

/** How many samples have their label's output as the first of the largest ones. */
export function countRight(outputs: usize, labels: usize, samples: u32, count: u32, padded: u32): u32 {
  let right: u32 = 0;
  for (let s: u32 = 0; s < samples; s++) {
    const row = outputs + ((s * padded) << 2);
    let best: u32 = 0;
    for (let j: u32 = 1; j < count; j++) {
      if (load<f32>(row + (j << 2)) > load<f32>(row + (best << 2))) best = j;
    }
    if (best === <u32>load<u8>(labels + s)) right++;
  }
  return right;
}
