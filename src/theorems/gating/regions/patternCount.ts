import { minus, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { patternCells } from "../../../theory/gating/regions/patternCells.js";
import { regionCounts } from "../../../theory/gating/regions/regionCounts.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, size } from "./parameters.js";

/** Every bit pattern of m (L-1) gates, listed. */
const listed = (m: number, L: number) =>
  new Set(Array.from({ length: 2 ** (m * (L - 1)) }, (_, k) => k.toString(2).padStart(m * (L - 1), "0"))).size;

/** Neurons of layer 1 that look along the axes: 2^m patterns for m = 2 and L = 2. */
const axes = (m: number) => [Array.from({ length: m }, (_, i) => [i === 0 ? 1 : 0, i === 0 ? 0 : 1])];

export const patternCount = theorem({
  id: "gating/pattern-count",
  kind: "formula",
  title: "L - 1 hidden layers of m neurons have 2^(m(L-1)) activation patterns, and so many pattern regions at most.",
  notation: { ...notation, patterns: "the number of patterns of the hidden neurons" },
  parameters: {
    m: size(1, 4, "Neurons m of each hidden layer."),
    L: size(2, 4, "Layers L; L - 1 of them are hidden."),
  },
  assumptions: [],
  claim: equation(symbol("patterns"), power(2, times("m", minus("L", 1)))),
  source: paper("section 3.1"),
  uses: ["gating/definition-activation-pattern-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "patterns, listed", evaluate: ({ m, L }) => listed(m, L) },
      right: { name: "the formula", evaluate: ({ m, L }) => Number(regionCounts(m, L).patterns) },
      tolerance: counted,
    },
    {
      kind: "reference",
      at: { m: 2, L: 2 },
      value: "4",
      origin: "the four quadrants: all patterns occur",
      way: { name: "cells of two neurons along the axes", evaluate: ({ m }) => patternCells(axes(m)).length },
      tolerance: counted,
    },
  ],
  printed: {
    claim: compare("Equal", symbol("patterns"), power(2, times("m", "L"))),
    says: "Section 3.1 prints 2^(mL) regions; its networks have L - 1 hidden layers, and its own b has m (L-1) bits.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { m: 2, L: 3 },
      left: { name: "patterns, listed", evaluate: ({ m, L }) => listed(m, L) },
      right: { name: "2^(mL)", evaluate: ({ m, L }) => 2 ** (m * L) },
      tolerance: counted,
    },
  },
});
