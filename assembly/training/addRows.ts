/**
 * Sparse products: target += sum over j of a list of coefficients(j) vectors(j). The list is of 16-bit indices, `count` of
 * them; vectors are rows of `bytes`, a multiple of 16. Thirteen quadruples of the target stay in registers, as
 * many as there are; twelve are the rest of 100 inputs.
 */
export function addRows(target: usize, vectors: usize, bytes: u32, coefficients: usize, list: usize, count: u32): void {
  const last = list + (count << 1);
  const end = target + bytes;
  for (; target + 208 <= end; target += 208) {
    thirteen(target, vectors, bytes, coefficients, list, last);
    vectors += 208;
  }
  for (; target + 192 <= end; target += 192) {
    twelve(target, vectors, bytes, coefficients, list, last);
    vectors += 192;
  }
  for (; target + 64 <= end; target += 64) {
    four(target, vectors, bytes, coefficients, list, last);
    vectors += 64;
  }
  for (; target < end; target += 16) {
    one(target, vectors, bytes, coefficients, list, last);
    vectors += 16;
  }
}

function thirteen(target: usize, vectors: usize, bytes: u32, coefficients: usize, list: usize, last: usize): void {
  let a0 = v128.load(target);
  let a1 = v128.load(target, 16);
  let a2 = v128.load(target, 32);
  let a3 = v128.load(target, 48);
  let a4 = v128.load(target, 64);
  let a5 = v128.load(target, 80);
  let a6 = v128.load(target, 96);
  let a7 = v128.load(target, 112);
  let a8 = v128.load(target, 128);
  let a9 = v128.load(target, 144);
  let a10 = v128.load(target, 160);
  let a11 = v128.load(target, 176);
  let a12 = v128.load(target, 192);
  for (; list < last; list += 2) {
    const index = <u32>load<u16>(list);
    const vector = vectors + index * bytes;
    const factor = v128.load32_splat(coefficients + (index << 2));
    a0 = f32x4.add(a0, f32x4.mul(factor, v128.load(vector)));
    a1 = f32x4.add(a1, f32x4.mul(factor, v128.load(vector, 16)));
    a2 = f32x4.add(a2, f32x4.mul(factor, v128.load(vector, 32)));
    a3 = f32x4.add(a3, f32x4.mul(factor, v128.load(vector, 48)));
    a4 = f32x4.add(a4, f32x4.mul(factor, v128.load(vector, 64)));
    a5 = f32x4.add(a5, f32x4.mul(factor, v128.load(vector, 80)));
    a6 = f32x4.add(a6, f32x4.mul(factor, v128.load(vector, 96)));
    a7 = f32x4.add(a7, f32x4.mul(factor, v128.load(vector, 112)));
    a8 = f32x4.add(a8, f32x4.mul(factor, v128.load(vector, 128)));
    a9 = f32x4.add(a9, f32x4.mul(factor, v128.load(vector, 144)));
    a10 = f32x4.add(a10, f32x4.mul(factor, v128.load(vector, 160)));
    a11 = f32x4.add(a11, f32x4.mul(factor, v128.load(vector, 176)));
    a12 = f32x4.add(a12, f32x4.mul(factor, v128.load(vector, 192)));
  }
  v128.store(target, a0);
  v128.store(target, a1, 16);
  v128.store(target, a2, 32);
  v128.store(target, a3, 48);
  v128.store(target, a4, 64);
  v128.store(target, a5, 80);
  v128.store(target, a6, 96);
  v128.store(target, a7, 112);
  v128.store(target, a8, 128);
  v128.store(target, a9, 144);
  v128.store(target, a10, 160);
  v128.store(target, a11, 176);
  v128.store(target, a12, 192);
}

function twelve(target: usize, vectors: usize, bytes: u32, coefficients: usize, list: usize, last: usize): void {
  let a0 = v128.load(target);
  let a1 = v128.load(target, 16);
  let a2 = v128.load(target, 32);
  let a3 = v128.load(target, 48);
  let a4 = v128.load(target, 64);
  let a5 = v128.load(target, 80);
  let a6 = v128.load(target, 96);
  let a7 = v128.load(target, 112);
  let a8 = v128.load(target, 128);
  let a9 = v128.load(target, 144);
  let a10 = v128.load(target, 160);
  let a11 = v128.load(target, 176);
  for (; list < last; list += 2) {
    const index = <u32>load<u16>(list);
    const vector = vectors + index * bytes;
    const factor = v128.load32_splat(coefficients + (index << 2));
    a0 = f32x4.add(a0, f32x4.mul(factor, v128.load(vector)));
    a1 = f32x4.add(a1, f32x4.mul(factor, v128.load(vector, 16)));
    a2 = f32x4.add(a2, f32x4.mul(factor, v128.load(vector, 32)));
    a3 = f32x4.add(a3, f32x4.mul(factor, v128.load(vector, 48)));
    a4 = f32x4.add(a4, f32x4.mul(factor, v128.load(vector, 64)));
    a5 = f32x4.add(a5, f32x4.mul(factor, v128.load(vector, 80)));
    a6 = f32x4.add(a6, f32x4.mul(factor, v128.load(vector, 96)));
    a7 = f32x4.add(a7, f32x4.mul(factor, v128.load(vector, 112)));
    a8 = f32x4.add(a8, f32x4.mul(factor, v128.load(vector, 128)));
    a9 = f32x4.add(a9, f32x4.mul(factor, v128.load(vector, 144)));
    a10 = f32x4.add(a10, f32x4.mul(factor, v128.load(vector, 160)));
    a11 = f32x4.add(a11, f32x4.mul(factor, v128.load(vector, 176)));
  }
  v128.store(target, a0);
  v128.store(target, a1, 16);
  v128.store(target, a2, 32);
  v128.store(target, a3, 48);
  v128.store(target, a4, 64);
  v128.store(target, a5, 80);
  v128.store(target, a6, 96);
  v128.store(target, a7, 112);
  v128.store(target, a8, 128);
  v128.store(target, a9, 144);
  v128.store(target, a10, 160);
  v128.store(target, a11, 176);
}

function four(target: usize, vectors: usize, bytes: u32, coefficients: usize, list: usize, last: usize): void {
  let a0 = v128.load(target);
  let a1 = v128.load(target, 16);
  let a2 = v128.load(target, 32);
  let a3 = v128.load(target, 48);
  for (; list < last; list += 2) {
    const index = <u32>load<u16>(list);
    const vector = vectors + index * bytes;
    const factor = v128.load32_splat(coefficients + (index << 2));
    a0 = f32x4.add(a0, f32x4.mul(factor, v128.load(vector)));
    a1 = f32x4.add(a1, f32x4.mul(factor, v128.load(vector, 16)));
    a2 = f32x4.add(a2, f32x4.mul(factor, v128.load(vector, 32)));
    a3 = f32x4.add(a3, f32x4.mul(factor, v128.load(vector, 48)));
  }
  v128.store(target, a0);
  v128.store(target, a1, 16);
  v128.store(target, a2, 32);
  v128.store(target, a3, 48);
}

function one(target: usize, vectors: usize, bytes: u32, coefficients: usize, list: usize, last: usize): void {
  let sum = v128.load(target);
  for (; list < last; list += 2) {
    const index = <u32>load<u16>(list);
    const factor = v128.load32_splat(coefficients + (index << 2));
    sum = f32x4.add(sum, f32x4.mul(factor, v128.load(vectors + index * bytes)));
  }
  v128.store(target, sum);
}
