import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { type Region, regionOf } from "../../../theory/ladder/ladder.js";
import { broadnessViolation, focusViolation } from "../../../theory/ladder/reformulation/knowledge.js";
import { supportComponents } from "../../../theory/ladder/reformulation/supportComponents.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { label, meanWhere } from "../ways/bruteForce.js";
import { commonCause } from "../ways/commonCause.js";

interface Point {
  readonly causes: number;
  readonly labels: number;
  readonly values: number;
  readonly f: readonly number[];
  readonly seed: number;
}

const at = ({ causes, labels, values, seed }: Point) => {
  const ladder = commonCause(causes, labels, values, seed);
  return { ladder, alpha: regionOf(ladder, "alpha"), beta: regionOf(ladder, "beta") };
};

/** f_k of an atom: a number for each value of the pixel that beta shows. */
const activationOn =
  ({ content, contents }: Region, f: readonly number[]) =>
  (atom: number) =>
    f[contents[content[atom]!]![0]!]!;

export const knowledgeIsShared = theorem({
  id: "ladder/knowledge-is-shared",
  kind: "proposition",
  title:
    "Where focus and broadness both hold, the content of a region depends on the labels only through what both labels know: f_k(z_beta) is constant on connected components of the support of (z_alpha, z_beta).",
  notation: {
    f_b: "E[f_k | z_beta = b], and E[f_k | z_alpha = a]",
    f_c: "E[f_k | the component of b, and of a, in the graph with an edge where P(a, b) > 0]",
  },
  parameters: {
    causes: { set: "integer", min: 1, max: 3, doc: "Hidden causes, at least as many components." },
    labels: { set: "integer", min: 1, max: 3, doc: "Labels of each region that one cause allows." },
    values: { set: "integer", min: 1, max: 3, doc: "Values of a pixel." },
    f: { set: "vector", length: 3, min: -2, max: 2, doc: "f_k of each value." },
    seed: { set: "integer", min: 0, max: 2 ** 32 - 1, doc: "Seed of the probabilities." },
  },
  assumptions: [],
  claim: equation(symbol("f_b"), symbol("f_c")),
  source: paper("Theorem 2, focus and broadness of knowledge"),
  uses: ["ladder/theorem-2"],
  proof: {
    kind: "open",
    reason: "P(x_beta | a) = P(x_beta | a, b) = P(x_beta | b) along every edge; not written as steps.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "averages given each label",
        evaluate: (point) => {
          const { ladder, alpha, beta } = at(point);
          return [alpha, beta].flatMap((region) =>
            region.events.map((event) =>
              meanWhere(ladder, activationOn(beta, point.f), (atom) => label(region, atom) === event),
            ),
          );
        },
      },
      right: {
        name: "averages given the component of the support graph",
        evaluate: (point) => {
          const { ladder, alpha, beta } = at(point);
          const components = supportComponents(ladder, alpha, beta);
          const mean = (component: number) =>
            meanWhere(
              ladder,
              activationOn(beta, point.f),
              (atom) => components.alpha[alpha.event[atom]!] === component,
            );
          return [...components.alpha, ...components.beta].map(mean);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-11,
        why: "rounding of averages of numbers up to 2 over events of small probability",
      },
    },
    {
      kind: "routes",
      left: {
        name: "residuals of focus and broadness, on which the ladders of this check were made to have none",
        evaluate: (point) => {
          const { ladder, alpha, beta } = at(point);
          return [focusViolation(ladder, alpha, beta).largest, broadnessViolation(ladder, alpha, beta).largest];
        },
      },
      right: { name: "zero", evaluate: () => [0, 0] },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of probabilities given events of small probability" },
    },
  ],
});
