import { checkOptions } from "../checkOptions.js";
import type { Backend, KernelOptions } from "../kernels.js";
import type { Tfjs, TfjsNamespace } from "./tfjs.js";
import { TfjsKernels } from "./tfjsKernels.js";

/**
 * The kernels on any TensorFlow.js namespace: `@tensorflow/tfjs-core` with a registered backend that is set and ready
 * (cpu, wasm, webgpu), or `@tensorflow/tfjs-node`, `-node-gpu`. Float32: over four layers log gradients differ from
 * those in float64 by 1e-7 to 3e-6 as a rule, by 1e-4 at the worst of forty networks with batches of three; by 2e-6 at
 * batch 8 and depth 50. That is far below the sampling error of a run.
 *
 * @param name For people, e.g. "tfjs-webgpu".
 */
export const tfjsBackend = (tf: TfjsNamespace, name: string): Backend =>
  Object.freeze({
    name,
    unitRoundoff: 2 ** -24,
    open(options: KernelOptions) {
      checkOptions(options);
      return new TfjsKernels(tf as Tfjs, options);
    },
  });
