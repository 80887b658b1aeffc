/** Rows of samples by their numbers: row s of `to` is row indices(s) of `from`, `bytes` each. */
export function gather(from: usize, bytes: u32, indices: usize, count: u32, to: usize): void {
  for (let s: u32 = 0; s < count; s++) {
    memory.copy(to, from + load<u32>(indices + (s << 2)) * bytes, bytes);
    to += bytes;
  }
}
