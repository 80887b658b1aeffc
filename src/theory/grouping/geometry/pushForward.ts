import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { compensatedSum } from "../../../numeric/sum.js";

/** The law pK of the output of a kernel, for arguments that have been checked. */
export const pushForward = (law: Vector, kernel: Matrix): Vector =>
  kernel[0]!.map((_, h) => compensatedSum(law.map((value, k) => value * kernel[k]![h]!)));
