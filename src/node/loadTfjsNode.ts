import { TheoryError } from "../errors.js";
import type { Backend } from "../simulation/kernels/kernels.js";
import type { Tfjs } from "../simulation/kernels/tfjs/tfjs.js";
import { tfjsBackend } from "../simulation/kernels/tfjs/tfjsBackend.js";

export type TfjsNodeName = "tfjs-node" | "tfjs-node-gpu";

/** Versions of Node for which tfjs-node 4.22 ships binaries. */
const supported = [20, 22];

function unavailable(name: TfjsNodeName, reason: string, remedy: string): TheoryError {
  return new TheoryError(`the backend ${name} is not available: ${reason}`, {
    code: "not-applicable",
    parameter: "backend",
    value: name,
    domain: "wasm and plain always; tfjs-node and tfjs-node-gpu where @tensorflow/tfjs-node(-gpu) is installed",
    remedy,
  });
}

/**
 * TensorFlow.js in Node as a backend, float32; tfjs-node-gpu needs an NVIDIA GPU with CUDA 11. The packages are optional: whoever wants them installs
 * them beside theoria.
 *
 * @throws TheoryError "not-applicable" where the package is not installed, cannot be loaded, or does not support this version of Node.
 */
export async function loadTfjsNode(name: TfjsNodeName): Promise<Backend> {
  const major = Number(process.versions.node.split(".")[0]);
  if (!supported.includes(major)) {
    throw unavailable(
      name,
      `it does not support Node ${process.versions.node}`,
      "Use Node 20 or 22, or --backend wasm.",
    );
  }
  const library = `@tensorflow/${name}`;
  let tf: Tfjs;
  try {
    const loaded: { readonly default?: Tfjs } & Tfjs = await import(library);
    tf = loaded.default ?? loaded;
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND";
    const reason = absent
      ? `${library} is not installed`
      : `${library} cannot be loaded (${(error as Error).message.split("\n")[0]})`;
    throw unavailable(name, reason, `Install it: npm install ${library}@4.22.0. --backend wasm needs nothing.`);
  }
  return tfjsBackend(tf, name);
}
