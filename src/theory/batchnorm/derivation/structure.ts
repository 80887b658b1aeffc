import { gamma, minus, over, power, root, times } from "../../../symbolic/build.js";
import type { DerivationBuilder } from "../../../symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { formOver } from "./linearForm.js";
import { type Direction, eigenvalueForm, type Space } from "./spectrum.js";

/** What can be derived, for eps = 0, gamma = 1, beta = 0 and weight variance 1. */
export const derivedQuantities = [
  "q",
  "c",
  "mu",
  "rate",
  "forward-G",
  "forward-L",
  "forward-M",
  "backward-G",
  "backward-L",
  "backward-M",
  "cross-c",
  "cross-eigenvalue",
] as const;

export type DerivedQuantity = (typeof derivedQuantities)[number];

const names: Record<DerivedQuantity, string> = {
  q: "q",
  c: "c",
  mu: "mu",
  rate: "lambda_G",
  "forward-G": "kappa_G",
  "forward-L": "kappa_L",
  "forward-M": "kappa_M",
  "backward-G": "lambda_G",
  "backward-L": "lambda_L",
  "backward-M": "lambda_M",
  "cross-c": "c_x",
  "cross-eigenvalue": "lambda_x",
};

/** The symbol that a derivation calls the quantity. */
export const symbolOf = (quantity: DerivedQuantity): Expression => symbol(names[quantity]);

const mean = "definition: the fixed point is E phi(z) phi(z)^T over the sphere";

function fixedPoint(builder: DerivationBuilder, quantity: "q" | "c" | "mu"): number[] {
  const value = { q: symbol("s_0"), c: over("m_00", "s_0"), mu: minus("s_0", "m_00") }[quantity];
  return [builder.define(symbolOf(quantity), value, mean)];
}

function eigenvalue(
  builder: DerivationBuilder,
  quantity: DerivedQuantity,
  direction: Direction,
  space: Space,
): number[] {
  const gap = builder.define(symbol("mu"), minus("s_0", "m_00"), "definition: G Sigma* G = mu G at the fixed point");
  const operator =
    direction === "forward" ? "the derivative of the covariance map at the fixed point" : "Pi -> E[J^T Pi J]";
  const claim = equation(symbolOf(quantity), formOver(eigenvalueForm(direction, space), symbol("mu")));
  const where = space === "G" ? "span(G)" : space;
  const rule = `${operator}, an ultrasymmetric operator composed with the centring, has it on every entry of an eigenmatrix in ${where}`;
  return [gap, builder.calculate(claim, rule, [gap])];
}

/** Two independent batches: Xi -> A Xi A with A = E J = a G, a from the trace, E 1/|G h| and E |G h|^2 = (B-1) mu. */
function crossEigenvalue(builder: DerivationBuilder): number[] {
  const gap = builder.define(symbol("mu"), minus("s_0", "m_00"), "definition: G Sigma* G = mu G at the fixed point");
  const n = minus("B", 1);
  const inverse = over(gamma(over(minus("B", 2), 2)), gamma(over(n, 2)));
  const slope = over(minus(times(n, "t'_0"), "t'_2"), n);
  const a = times(root(over("B", times(2, "mu"))), inverse, slope);
  const mean = builder.define(
    symbol("a"),
    a,
    "E J = a G: the trace of J, with E 1/|G h| of a chi variable of B-1 degrees of freedom",
    [gap],
  );
  const rule = "the block between two independent batches maps to (E J) Xi (E J)^T";
  return [gap, mean, builder.define(symbolOf("cross-eigenvalue"), power("a", 2), rule, [mean])];
}

/** The quantity for any phi in the sphere moments; the steps that say so, the quantity's own last. */
export function structureSteps(builder: DerivationBuilder, quantity: DerivedQuantity): number[] {
  switch (quantity) {
    case "q":
    case "c":
    case "mu":
      return fixedPoint(builder, quantity);
    case "cross-c":
      return [
        builder.define(symbolOf(quantity), power("t_0", 2), "definition: two independent batches, E phi(z) E phi(z')"),
      ];
    case "cross-eigenvalue":
      return crossEigenvalue(builder);
    case "rate":
      return eigenvalue(builder, quantity, "backward", "G");
    default: {
      const [direction, space] = quantity.split("-") as [Direction, Space];
      return eigenvalue(builder, quantity, direction, space);
    }
  }
}
