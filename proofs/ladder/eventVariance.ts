/**
 * The variance in Eqn. 12. It is computed from the conditional means f(z), and then misses what varies within the events:
 *
 *   Var f(x) = Var_z f(z) + E Var(f | z).
 *
 * Two events of probabilities p and 1 - p, with two inputs each: f_1 and f_2 in the first, with probabilities a and 1 - a there, f_3 and f_4 in the
 * second, with b and 1 - b. Any law on two events with two values each is of this form, and both sides are sums over events otherwise.
 */
import { minus, plus, power, type Term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy } from "../proofBy.js";

const mixed = (weight: Term, first: Term, second: Term): Expression =>
  plus(times(weight, first), times(minus(1, weight), second));
const variance = (weight: Term, first: Term, second: Term): Expression =>
  minus(mixed(weight, power(first, 2), power(second, 2)), power(mixed(weight, first, second), 2));

const [total, between, within] = ["V", "V_z", "E_V"].map((name) => symbol(name)) as [
  Expression,
  Expression,
  Expression,
];
const corrected = equation(total, plus(between, within));

const meanOf = { m_1: mixed("a", "f_1", "f_2"), m_2: mixed("b", "f_3", "f_4") };
const secondMoment = mixed(
  "p",
  mixed("a", power("f_1", 2), power("f_2", 2)),
  mixed("b", power("f_3", 2), power("f_4", 2)),
);
const totalOf = minus(secondMoment, power(mixed("p", meanOf.m_1, meanOf.m_2), 2));
const betweenOf = variance("p", meanOf.m_1, meanOf.m_2);

function steps(builder: DerivationBuilder): void {
  const means = Object.entries(meanOf).map(([name, value]) => builder.define(symbol(name), value, "definition: f(z)"));
  const all = builder.define(
    total,
    minus(secondMoment, power(mixed("p", "m_1", "m_2"), 2)),
    "definition: Var f(x)",
    means,
  );
  const events = builder.define(between, variance("p", "m_1", "m_2"), "definition: Var_z f(z)", means);
  const own = mixed("p", variance("a", "f_1", "f_2"), variance("b", "f_3", "f_4"));
  const inside = builder.define(within, own, "definition: E Var(f | z)");
  builder.deduce(corrected, "exact arithmetic", [all, events, inside, ...means]);
}

/** As printed, with the two variances written out. */
export const eventVarianceErratum = erratumBy(
  {
    id: "ladder/erratum-event-variance",
    title: "The variance of an activation is more than that of its conditional means",
    source: "Eqn. 12",
    printed: equation(totalOf, betweenOf),
    counterexample: {
      ...{ p: rational(1, 2), a: rational(1, 2), b: rational(1, 2) },
      ...{ f_1: rational(0), f_2: rational(2), f_3: rational(1), f_4: rational(3) },
    },
    corrected,
  },
  steps,
);
