/** The kernels in plain loops, float64: slow, readable, and the oracle of the other backends. */
import { checkOptions } from "../checkOptions.js";
import type { Backend, KernelOptions } from "../kernels.js";
import { PlainKernels } from "./plainKernels.js";

export const plainBackend: Backend = Object.freeze({
  name: "plain",
  unitRoundoff: 2 ** -53,
  open(options: KernelOptions) {
    checkOptions(options);
    return new PlainKernels(options);
  },
});
