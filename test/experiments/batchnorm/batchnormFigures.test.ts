/** Figures of batch normalisation. */
import { describe, expect, it } from "vitest";
import { batchnormFigures } from "../../../src/experiments/batchnorm/batchnormFigures.js";
import { figure2a } from "../../../src/experiments/batchnorm/figure2a.js";
import { figure3 } from "../../../src/experiments/batchnorm/figure3.js";

describe("the figures of batch normalisation", () => {
  it("have ids of one kind, and every figure of the paper that is asked for", () => {
    const ids = batchnormFigures.map(({ id }) => id);
    for (const figure of ["1a", "1b", "1c", "1d", "2a", "3", "4a", "4b", "4c", "4d"]) {
      expect(ids).toContain(`batchnorm/figure-${figure}`);
    }
    for (const name of ["rates", "stability", "finite-width"]) expect(ids).toContain(`batchnorm/${name}`);
  });

  it.each([figure2a, figure3])("$id says that it is a small version", ({ title, summarise }) => {
    expect(title).toContain("small version");
    expect(summarise([], "quick").plots[0]!.title).toContain("small version");
  });
});
