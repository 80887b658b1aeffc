import type { Proof } from "../../../../proofs/proof.js";
import { term } from "../../../symbolic/build.js";
import { call, type Expression, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { type ActivationRule, deriveActivation } from "../../../theory/grouping/activations/deriveActivation.js";
import { indicatorLaw } from "../../../theory/grouping/activations/indicatorLaw.js";
import { type TheoremId, theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { notation, rounding, units } from "./settings.js";

interface Statement {
  readonly id: TheoremId;
  readonly title: string;
  readonly rule: ActivationRule;
  /** Where no proof ends in the claim; else it is the first one's. */
  readonly formula?: Expression;
  /** The function, in the standard library's words. */
  known(a: number): number;
  /** Of `known` at a = 0.6, thirteen digits. */
  readonly value: string;
  readonly proofs: readonly [Proof, ...Proof[]];
  readonly because?: string;
}

/** The estimate of each unit's indicator from the law on all states, times the preactivation where the extension is full. */
function byEnumeration({ values, estimate, extension }: ActivationRule, a: readonly number[]): readonly number[] {
  const law = indicatorLaw(a, { values });
  const guess = estimate === "maximum" ? law.mostLikely : law.mean;
  return extension === "full" ? guess.map((h, i) => h * a[i]!) : guess;
}

/** A theorem that an estimate of the indicators is an activation. */
export const activationTheorem = ({ id, title, rule, formula, known, value, proofs, because }: Statement) =>
  theorem({
    id,
    kind: id === "grouping/definition-5" ? "definition" : "proposition",
    title,
    notation: { ...notation, phi: `the ${rule.estimate} over ${rule.values.join(", ")}, ${rule.extension} extension` },
    parameters: units,
    assumptions: [],
    claim: formula === undefined ? proofs[0].claim : equation(symbol("phi"), formula),
    source: paper("Definition 5 and the paragraph before it"),
    uses: ["grouping/most-likely-value", "grouping/units-independent"],
    proof: { kind: "steps", file: "proofs/grouping/activations.ts" },
    checks: [
      because === undefined ? { kind: "exact", proofs } : { kind: "exact", proofs, because },
      {
        kind: "routes",
        left: { name: "from the law on all 2^n states", evaluate: ({ a }) => byEnumeration(rule, a) },
        right: { name: "the function of one preactivation", evaluate: ({ a }) => a.map(known) },
        tolerance: rounding,
      },
      {
        kind: "routes",
        left: { name: "the derived formula", evaluate: ({ a }) => a.map(deriveActivation(rule).evaluate) },
        right: { name: "from the law on all 2^n states", evaluate: ({ a }) => byEnumeration(rule, a) },
        tolerance: rounding,
      },
      {
        kind: "reference",
        at: { n: 1, a: [0.6] },
        value,
        origin: "the definition in 30 digits (mpmath)",
        way: { name: "the derived formula", evaluate: ({ a }) => deriveActivation(rule).evaluate(a[0]!) },
        tolerance: { unit: "abs", limit: 1e-12, why: "rounding" },
      },
    ],
  });

/** What is `high` for a > 0, else `low`. */
export const step = (high: number, low: number): Expression =>
  call("Conditional", call("Greater", symbol("a"), term(0)), term(high), term(low));

/** How the odds settle the most likely value. */
export const byOdds = "the odds of the larger value exceed 1 exactly where a > 0: it is the most likely one there";
