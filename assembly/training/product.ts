/**
 * Dense products: out(i, s) = bias(i) + sum_k rows(i, k) right(k, s) for `count` rows, an even number. `right` comes in panels
 * of 16 samples: panel p holds (k, 16 p .. 16 p + 15) for each k in turn. `out` is count x batch, row-major. Two rows meet 16
 * samples in eight accumulators: this keeps all units for additions and multiplications busy (unrolled it is slower).
 */
export function product(rows: usize, count: u32, inner: u32, right: usize, bias: usize, out: usize, batch: u32): void {
  const rowBytes = inner << 2;
  const outBytes = batch << 2;
  for (let i: u32 = 0; i < count; i += 2) {
    const row = rows + i * rowBytes;
    const start = bias === 0 ? bias : bias + (i << 2);
    for (let s: u32 = 0; s < batch; s += 16) {
      tile(row, row + rowBytes, right + s * rowBytes, inner << 6, start, out + i * outBytes + (s << 2), outBytes);
    }
  }
}

function tile(w0: usize, w1: usize, x: usize, panelBytes: u32, bias: usize, out: usize, outBytes: u32): void {
  const start0: f32 = bias === 0 ? 0 : load<f32>(bias);
  const start1: f32 = bias === 0 ? 0 : load<f32>(bias, 4);
  let a00 = f32x4.splat(start0);
  let a01 = a00;
  let a02 = a00;
  let a03 = a00;
  let a10 = f32x4.splat(start1);
  let a11 = a10;
  let a12 = a10;
  let a13 = a10;
  for (const end = x + panelBytes; x < end; x += 64) {
    const x0 = v128.load(x);
    const x1 = v128.load(x, 16);
    const x2 = v128.load(x, 32);
    const x3 = v128.load(x, 48);
    let w = v128.load32_splat(w0);
    a00 = f32x4.add(a00, f32x4.mul(w, x0));
    a01 = f32x4.add(a01, f32x4.mul(w, x1));
    a02 = f32x4.add(a02, f32x4.mul(w, x2));
    a03 = f32x4.add(a03, f32x4.mul(w, x3));
    w = v128.load32_splat(w1);
    a10 = f32x4.add(a10, f32x4.mul(w, x0));
    a11 = f32x4.add(a11, f32x4.mul(w, x1));
    a12 = f32x4.add(a12, f32x4.mul(w, x2));
    a13 = f32x4.add(a13, f32x4.mul(w, x3));
    w0 += 4;
    w1 += 4;
  }
  store4(out, a00, a01, a02, a03);
  store4(out + outBytes, a10, a11, a12, a13);
}

function store4(at: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(at, a);
  v128.store(at, b, 16);
  v128.store(at, c, 32);
  v128.store(at, d, 48);
}
