import type { ConvolutionKernels } from "./numbers.js";

/** The readable oracle, in double precision. */
export const plainKernels: ConvolutionKernels = Object.freeze({
  zeros: (length) => new Float64Array(length),
  addProduct({ rows, columns, inner, aTurned = false, bTurned = false }, a, b, out) {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < inner; k++) {
          sum += a[aTurned ? k * rows + i : i * inner + k]! * b[bTurned ? j * inner + k : k * columns + j]!;
        }
        out[i * columns + j]! += sum;
      }
    }
  },
} satisfies ConvolutionKernels);
