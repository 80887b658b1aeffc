import type { Proposition } from "../proposition.js";
import { compareRational, divideRational, negateRational, type Rational, rational } from "../rational.js";
import { keyOf } from "./keyOf.js";
import { linearForm, scaleForm, subtractForms } from "./linearForm.js";

/** atoms > limit, or >= where it is not strict. */
interface Bound {
  readonly atoms: string;
  readonly limit: Rational;
  readonly strict: boolean;
}

const one = rational(1);

const propositionKey = (p: Proposition): string =>
  `${p.relation} ${keyOf(p.left)} ${p.relation === "Element" ? p.set : keyOf(p.right)}`;

/** An inequality as a lower bound of a linear form whose first coefficient is 1 or -1; null for other statements. */
function boundOf(p: Proposition): Bound | null {
  if (p.relation === "Element" || p.relation === "Equal" || p.relation === "NotEqual") return null;
  const [left, right] = [linearForm(p.left), linearForm(p.right)];
  const greater = p.relation === "Greater" || p.relation === "GreaterEqual";
  const form = greater ? subtractForms(left, right) : subtractForms(right, left);
  if (form.terms.length === 0 || form.terms.some(({ wild }) => wild)) return null;
  const terms = [...form.terms].sort((a, b) => (a.key < b.key ? -1 : 1));
  const { numerator, denominator } = terms[0]!.coefficient;
  const scale = divideRational(one, rational(numerator < 0n ? -numerator : numerator, denominator));
  const scaled = scaleForm({ constant: form.constant, terms }, scale);
  const atoms = scaled.terms.map(({ key, coefficient: q }) => `${q.numerator}/${q.denominator} ${key}`).join(" + ");
  return { atoms, limit: negateRational(scaled.constant), strict: p.relation === "Greater" || p.relation === "Less" };
}

/** The first bound implies the second one, which has the same atoms. */
function implies(a: Bound, b: Bound): boolean {
  const order = compareRational(a.limit, b.limit);
  return order > 0 || (order === 0 && (a.strict || !b.strict));
}

/** The statements without those that another one of them implies by its constant alone: a > 0 makes a > -1 superfluous. */
export function strongest(conditions: readonly Proposition[]): readonly Proposition[] {
  const kept = new Map<string, { readonly condition: Proposition; readonly bound: Bound | null }>();
  for (const condition of conditions) {
    const bound = boundOf(condition);
    const key = bound === null ? propositionKey(condition) : bound.atoms;
    const known = kept.get(key);
    if (known?.bound == null || bound === null || !implies(known.bound, bound)) kept.set(key, { condition, bound });
  }
  return [...kept.values()].map(({ condition }) => condition);
}
