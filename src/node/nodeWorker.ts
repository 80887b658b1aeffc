/** The file that a worker thread of Node runs for simulations and training. */
import { plainBackend } from "../simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../simulation/kernels/wasm/wasmBackend.js";
import { serve } from "../simulation/parallel/serve.js";
import { threadChannel } from "./threadChannel.js";

serve(threadChannel(), [wasmBackend, plainBackend]);
