import { checkOptions } from "../checkOptions.js";
import type { Backend, KernelOptions } from "../kernels.js";
import type { Tfjs, TfjsNamespace } from "./tfjs.js";
import { TfjsKernels } from "./tfjsKernels.js";

/**
 * The kernels on any TensorFlow.js namespace: `@tensorflow/tfjs-core` with a registered backend that is ready (cpu, wasm, webgl, webgpu), or
 * `@tensorflow/tfjs-node`, `-node-gpu`. Float32: grams and gradients carry a relative error of about 1e-6, far below the sampling error of a run.
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
