import { describe, it } from "vitest";
import type { Backend } from "../../src/simulation/kernels/kernels.js";
import type { KernelLawOptions } from "./support/lawHarness.js";
import { lawsOfKernels } from "./support/lawsOfKernels.js";

/** Declares the tests of a backend. */
export function kernelLaws(backend: Backend, options: KernelLawOptions = {}): void {
  describe(`the ${backend.name} backend`, () => {
    for (const { title, skip, check } of lawsOfKernels(backend, options)) {
      if (skip === null) it(title, check);
      else it.skip(`${title} (${skip})`, check);
    }
  });
}
