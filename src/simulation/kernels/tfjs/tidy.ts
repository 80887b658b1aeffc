import type { Tensor, Tfjs } from "./tfjs.js";

/** What `compute` returns; the tensors that it made on the way are freed. `compute` may not await. */
export const tidy = (tf: Tfjs, compute: () => Tensor): Tensor => tf.tidy(compute) as Tensor;
