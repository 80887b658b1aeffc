/** The file that a browser's module worker runs. */
import { plainBackend } from "../kernels/plain/plainBackend.js";
import { wasmBackend } from "../kernels/wasm/wasmBackend.js";
import { serve } from "./serve.js";

declare const self: {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
};

serve(
  {
    send: (message) => self.postMessage(message),
    receive: (listener) => {
      self.onmessage = ({ data }) => listener(data);
    },
  },
  [wasmBackend, plainBackend],
);
