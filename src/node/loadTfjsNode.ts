import { TheoryError } from "../errors.js";
import type { Backend } from "../simulation/kernels/kernels.js";
import type { TfjsNamespace } from "../simulation/kernels/tfjs/tfjs.js";
import { tfjsBackend } from "../simulation/kernels/tfjs/tfjsBackend.js";

export type TfjsNodeName = "tfjs-node" | "tfjs-node-gpu";

/** What tests put in the place of the machine. */
export interface LoadOptions {
  /** Of Node. */
  readonly version?: string;
  /** Imports a package. */
  readonly load?: (library: string) => Promise<unknown>;
}

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

function refused(name: TfjsNodeName, library: string, error: unknown): TheoryError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ERR_MODULE_NOT_FOUND") {
    const remedy = `Install it: npm install ${library}@4.22.0. --backend wasm needs nothing.`;
    return unavailable(name, `${library} is not installed`, remedy);
  }
  const needs = name === "tfjs-node-gpu" ? "It needs an NVIDIA GPU with CUDA 11 and cuDNN 8. " : "";
  const remedy = `${needs}Install it anew, or use --backend wasm, which needs nothing.`;
  return unavailable(name, `${library} cannot be loaded (${message.split("\n")[0]})`, remedy);
}

/**
 * TensorFlow.js in Node as a backend, float32; tfjs-node-gpu needs an NVIDIA GPU with CUDA 11. The packages are
 * optional: whoever wants them installs them beside theoria.
 *
 * @throws TheoryError "not-applicable" where the package is not installed, cannot be loaded, or does not support this
 * version of Node.
 */
export async function loadTfjsNode(name: TfjsNodeName, options: LoadOptions = {}): Promise<Backend> {
  const { version = process.versions.node, load = (library: string) => import(library) } = options;
  if (!supported.includes(Number(version.split(".")[0]))) {
    throw unavailable(name, `it does not support Node ${version}`, "Use Node 20 or 22, or --backend wasm.");
  }
  const library = `@tensorflow/${name}`;
  let loaded: { readonly default?: TfjsNamespace } & TfjsNamespace;
  try {
    loaded = (await load(library)) as typeof loaded;
  } catch (error) {
    throw refused(name, library, error);
  }
  return tfjsBackend(loaded.default ?? loaded, name);
}
