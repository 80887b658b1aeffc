import { describe, it } from "vitest";
import type { Backend } from "../../src/simulation/kernels/kernels.js";
import type { KernelLawOptions } from "./support/lawHarness.js";
import { lawsOfKernels } from "./support/lawsOfKernels.js";

/** Declares the tests of a backend. */
export function kernelLaws(backend: Backend, options: KernelLawOptions = {}): void {
  describe(`the ${backend.name} backend`, () => {
    for (const { title, check } of lawsOfKernels(backend, options)) it(title, check);
  });
}
