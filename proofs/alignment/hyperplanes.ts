/**
 * Lemma 4. For unit vectors w and w' at an angle of cosine c, -1 < c < 1, the vector u = (w' - c w)/s, s^2 = 1 - c^2, is a unit vector, orthogonal to w,
 * and u.w' = s. In any dimension: only inner products are used. The vectors are the weights without their biases.
 */
import { minus, over, plus, power, root, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { type Comparison, equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

/** Inner products of u with w, w' and itself, by linearity: w.w = w'.w' = 1, w.w' = c. */
const products: Readonly<Record<string, Expression>> = {
  uw: over(minus("c", times("c", 1)), "s"),
  uv: over(minus(1, times("c", "c")), "s"),
  uu: over(plus(minus(1, times(2, "c", "c")), power("c", 2)), power("s", 2)),
};

const lemma4 = (slug: string, title: string, name: "uw" | "uv" | "uu", value: Expression) => {
  const claim: Comparison = equation(symbol(name), value);
  return proofBy({ id: `alignment/${slug}`, title, source: "Lemma 4", claim }, (builder: DerivationBuilder) => {
    const sine = builder.define(symbol("s"), root(minus(1, power("c", 2))), "definition: the sine");
    const product = builder.define(symbol(name), products[name]!, "by linearity, w.w = w'.w' = 1, w.w' = c", [sine]);
    builder.deduce(claim, "exact arithmetic", [product, sine]);
  });
};

export const lemma4Orthogonal = lemma4("lemma-4-orthogonal", "u is orthogonal to w", "uw", integer(0));
export const lemma4Unit = lemma4("lemma-4-unit", "u is a unit vector", "uu", integer(1));
export const lemma4Sine = lemma4("lemma-4-sine", "u.w' is the sine of the angle", "uv", symbol("s"));

export const hyperplanes = Object.freeze([lemma4Orthogonal, lemma4Unit, lemma4Sine]);
