/**
 * Four rows of a product: c(i, j) = start(i, j) + sum_k a(k, i) b(k, j), with packed operands (see pack.ts). Rows of `start`
 * are `startStride` apart, 0 for the same row each time; those of `c` `stride`. All in bytes.
 */
export function tile8(a: usize, b: usize, inner: u32, start: usize, startStride: u32, c: usize, stride: u32): void {
  let a00 = v128.load(start);
  let a01 = v128.load(start, 16);
  let a10 = v128.load(start + startStride);
  let a11 = v128.load(start + startStride, 16);
  let a20 = v128.load(start + 2 * startStride);
  let a21 = v128.load(start + 2 * startStride, 16);
  let a30 = v128.load(start + 3 * startStride);
  let a31 = v128.load(start + 3 * startStride, 16);
  for (const end = a + (inner << 4); a < end; a += 16) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let factor = v128.load32_splat(a);
    a00 = f32x4.add(a00, f32x4.mul(factor, b0));
    a01 = f32x4.add(a01, f32x4.mul(factor, b1));
    factor = v128.load32_splat(a, 4);
    a10 = f32x4.add(a10, f32x4.mul(factor, b0));
    a11 = f32x4.add(a11, f32x4.mul(factor, b1));
    factor = v128.load32_splat(a, 8);
    a20 = f32x4.add(a20, f32x4.mul(factor, b0));
    a21 = f32x4.add(a21, f32x4.mul(factor, b1));
    factor = v128.load32_splat(a, 12);
    a30 = f32x4.add(a30, f32x4.mul(factor, b0));
    a31 = f32x4.add(a31, f32x4.mul(factor, b1));
    b += 32;
  }
  v128.store(c, a00);
  v128.store(c, a01, 16);
  v128.store(c + stride, a10);
  v128.store(c + stride, a11, 16);
  v128.store(c + 2 * stride, a20);
  v128.store(c + 2 * stride, a21, 16);
  v128.store(c + 3 * stride, a30);
  v128.store(c + 3 * stride, a31, 16);
}

/** The same for four columns. */
export function tile4(a: usize, b: usize, inner: u32, start: usize, startStride: u32, c: usize, stride: u32): void {
  let a0 = v128.load(start);
  let a1 = v128.load(start + startStride);
  let a2 = v128.load(start + 2 * startStride);
  let a3 = v128.load(start + 3 * startStride);
  for (const end = a + (inner << 4); a < end; a += 16) {
    const b0 = v128.load(b);
    a0 = f32x4.add(a0, f32x4.mul(v128.load32_splat(a), b0));
    a1 = f32x4.add(a1, f32x4.mul(v128.load32_splat(a, 4), b0));
    a2 = f32x4.add(a2, f32x4.mul(v128.load32_splat(a, 8), b0));
    a3 = f32x4.add(a3, f32x4.mul(v128.load32_splat(a, 12), b0));
    b += 16;
  }
  v128.store(c, a0);
  v128.store(c + stride, a1);
  v128.store(c + 2 * stride, a2);
  v128.store(c + 3 * stride, a3);
}
