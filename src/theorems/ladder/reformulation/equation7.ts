import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { boundaryMargin, labelGradient, softmax } from "../../../theory/ladder/boundary.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

const STEP = 0.01;

/** log of the softmax of entry y. */
const logLikelihood = (logits: readonly number[], y: number): number => {
  const largest = Math.max(...logits);
  return logits[y]! - largest - Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
};

/** d/d logit_j of the log-likelihood, by five-point differences. */
function slope(logits: readonly number[], y: number, j: number): number {
  const at = (steps: number) =>
    logLikelihood(
      logits.map((logit, k) => (k === j ? logit + steps * STEP : logit)),
      y,
    );
  return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * STEP);
}

export const equation7 = theorem({
  id: "ladder/equation-7",
  kind: "formula",
  title:
    "Below a softmax the gradient of a class node is positive given its class and negative given the others: it is I - F with F the class probabilities.",
  notation: {
    m: "the least of g_j(y = j) and -g_j(y != j), g = I - softmax(h), row a of h the logits given the class a",
  },
  parameters: {
    classes: { set: "integer", min: 2, max: 5, doc: "How many classes there are." },
    h: { set: "matrix", rows: "classes", columns: "classes", min: -4, max: 4, doc: "Logits, a row for each class." },
  },
  assumptions: [],
  claim: compare("Less", integer(0), symbol("m")),
  source: paper("Eqn 7"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "Less",
      left: { name: "zero", evaluate: () => 0 },
      right: {
        name: "the margin of I - softmax",
        evaluate: ({ h }) => boundaryMargin(labelGradient(softmax(h))),
      },
      tolerance: { unit: "abs", limit: 0, why: "no probability of logits up to 4 is below e^-8 / 5" },
    },
    {
      kind: "routes",
      left: { name: "I - softmax", evaluate: ({ h }) => labelGradient(softmax(h)).flat() },
      right: {
        name: "differences of the log-likelihood",
        evaluate: ({ h }) => h.flatMap((logits, y) => logits.map((_, j) => slope(logits, y, j))),
      },
      tolerance: {
        unit: "abs",
        limit: 2e-9,
        why: "five-point differences of step 0.01 err by 0.01^4 / 30 times a fifth derivative, which is below 0.25, and by rounding of 1e-13",
      },
    },
  ],
});
