import * as z from "zod";
import { poset as order } from "../../../theory/grouping/system/poset.js";
import { isGraded, leastElement, maximalElements } from "../../../theory/grouping/system/posetFacts.js";
import { predecessors, printedPredecessors, successors } from "../../../theory/grouping/system/predecessors.js";
import { printedSweeps } from "../../../theory/grouping/system/printedSweeps.js";
import { kind } from "../../kind.js";

const names = z.array(z.string());
const byElement = z.record(z.string(), names);

export const poset = kind({
  name: "poset",
  area: "grouping",
  doc: "a finite partial order, and what the printed S-System algorithm does on it (Algorithms 1 and 2)",
  inputs: z.strictObject({
    elements: names.min(1).describe("Names, at most 256."),
    less_than_generators: z
      .array(z.tuple([z.string(), z.string()]))
      .describe("Pairs [x, y], x less than y; the order is what follows by transitivity. Cycles are refused."),
  }),
  result: z.object({
    successors: byElement.describe("Minimal elements above each."),
    predecessors_correct: byElement.describe("Maximal elements below each."),
    predecessors_as_printed: byElement.describe("Smallest elements below each, as Algorithm 2 prints it."),
    least: z.string().nullable().describe("The least element; null where there is none."),
    graded: z.boolean().describe("Whether there are ranks that rise by 1 at each cover."),
    printed_sweeps: z.array(names).describe("What each sweep of Algorithm 1 builds, from the first minimal element."),
    printed_build_counts: z.record(z.string(), z.int()).describe("How often each element is built."),
    builds_before_inputs_ready: names.describe("Builds before all lower covers were built in an earlier sweep."),
    maximal: names.describe("Elements with nothing above."),
  }),
  example: {
    elements: ["0", "a", "b", "1"],
    less_than_generators: [
      ["0", "a"],
      ["0", "b"],
      ["a", "1"],
      ["b", "1"],
    ],
  },
  names: { lessThan: "less_than_generators" },
  compute({ elements, less_than_generators }) {
    const own = order(elements, less_than_generators);
    const each = (of: (element: string) => readonly string[]) =>
      Object.fromEntries(elements.map((element) => [element, of(element)]));
    const { sweeps, counts, early } = printedSweeps(own);
    return {
      successors: each((element) => successors(own, element)),
      predecessors_correct: each((element) => predecessors(own, element)),
      predecessors_as_printed: each((element) => printedPredecessors(own, element)),
      least: leastElement(own),
      graded: isGraded(own),
      printed_sweeps: sweeps,
      printed_build_counts: Object.fromEntries(counts),
      builds_before_inputs_ready: early,
      maximal: maximalElements(own),
    };
  },
});
