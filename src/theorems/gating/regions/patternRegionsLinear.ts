import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { patternCells } from "../../../theory/gating/regions/patternCells.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, planeSizes } from "./parameters.js";
import { bitsOf, openGates, preactivations } from "./ways/forward.js";
import { type GateSizes, quarters, randomGates, streamOf } from "./ways/randomGates.js";
import { short } from "./ways/strips.js";

/** Corners of every cell of a ReLU network, and their means, as doubles. */
function cornersOf(sizes: GateSizes) {
  const { W, b } = randomGates(sizes);
  return patternCells(W, { biases: b, gates: "relu" }).map(({ corners, pattern }) => {
    const mean = [0, 1].map((i) => corners.reduce((sum, corner) => sum + corner[i]!, 0) / corners.length);
    return { corners, mean, pattern: pattern.join("|") };
  });
}

/** The network's output with random weights on top. */
function outputOf(sizes: GateSizes) {
  const gates = randomGates(sizes);
  const stream = streamOf(sizes.seed, 2);
  const top = Array.from({ length: sizes.m }, () => quarters(stream, 4));
  return (x: readonly number[]) =>
    dot(
      top,
      preactivations(gates, x, "relu")
        .at(-1)!
        .map((value) => Math.max(0, value)),
    );
}

const hasPattern = (gates: ReturnType<typeof randomGates>, x: readonly number[], pattern: string): boolean =>
  bitsOf(openGates(gates, x.map(short), "relu")) === pattern;

export const patternRegionsLinear = theorem({
  id: "gating/pattern-regions-linear",
  kind: "remark",
  title: "Activation patterns partition the input space into convex polyhedra, and a ReLU network is linear in each.",
  notation: {
    ...notation,
    f_mean: "the output at the mean of the corners of a cell, for every cell in [-1,1]^2",
    mean_f: "the mean of the outputs at the corners",
  },
  parameters: planeSizes,
  assumptions: [],
  claim: equation(symbol("f_mean"), symbol("mean_f")),
  source: paper("section 3.1"),
  uses: ["gating/definition-activation-pattern-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the forward pass at the mean of the corners",
        evaluate: (sizes) => cornersOf(sizes).map(({ mean }) => outputOf(sizes)(mean)),
      },
      right: {
        name: "the mean of forward passes at the corners",
        evaluate: (sizes) => {
          const output = outputOf(sizes);
          return cornersOf(sizes).map(({ corners }) => corners.reduce((sum, x) => sum + output(x), 0) / corners.length);
        },
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding of corners and outputs of order 10" },
    },
    {
      kind: "routes",
      left: {
        name: "cells whose gates at the mean of the corners are those of the cell",
        evaluate: (sizes) => {
          const gates = randomGates(sizes);
          return cornersOf(sizes).filter(({ mean, pattern }) => hasPattern(gates, mean, pattern)).length;
        },
      },
      right: {
        name: "all cells",
        evaluate: (sizes) => cornersOf(sizes).length,
      },
      tolerance: counted,
    },
  ],
});
