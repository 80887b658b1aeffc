/** The kernels on the reader's graphics processor, through TensorFlow.js: a chunk of its own. */
import "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import type { Backend } from "../../../simulation/kernels/kernels.js";
import { tfjsBackend } from "../../../simulation/kernels/tfjs/tfjsBackend.js";

/** @throws Error where the browser has no WebGPU, or no adapter for it. */
export async function openWebgpuBackend(): Promise<Backend> {
  const ready = await tf.setBackend("webgpu").catch(() => false);
  if (!ready) throw new Error("This browser offers no WebGPU here. Choose WASM: it gives the same networks.");
  await tf.ready();
  return tfjsBackend(tf, "tfjs-webgpu");
}
