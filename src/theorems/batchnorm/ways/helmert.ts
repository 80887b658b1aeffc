/** Rows: an orthonormal basis of the hyperplane sum = 0. */
export function helmert(batch: number): Float64Array {
  const frame = new Float64Array((batch - 1) * batch);
  for (let j = 0; j < batch - 1; j++) {
    const scale = 1 / Math.sqrt((j + 1) * (j + 2));
    for (let i = 0; i <= j; i++) frame[j * batch + i] = scale;
    frame[j * batch + j + 1] = -(j + 1) * scale;
  }
  return frame;
}
