/**
 * Any phi: the quantity in its sphere moments, and the moments as integrals (the paper's Theorem 4 for E phi^2 and E phi phi; the others
 * likewise). With n = B-1, z1 = sqrt(n) cos x, z2 = sqrt(n) (-cos x/n + sqrt(1 - 1/n^2) sin x cos y),
 *
 *   E f(z1)      = int_0^pi f sin^(n-2) x dx / Beta((n-1)/2, 1/2),
 *   E f(z1, z2)  = (n-2)/(2 pi) int_0^pi int_0^pi f sin^(n-2) x sin^(n-3) y dy dx.
 */
import { integral, minus, negative, over, pi, plus, power, root, times } from "../../../symbolic/build.js";
import { DerivationBuilder } from "../../../symbolic/derivation/builder.js";
import { rewriteTerm } from "../../../symbolic/derivation/rewrite.js";
import { differentiate } from "../../../symbolic/differentiate.js";
import { call, type Expression, substitute, symbol } from "../../../symbolic/expression.js";
import { type Comparison, equation } from "../../../symbolic/proposition.js";
import { simplify } from "../../../symbolic/simplify.js";
import { type Moment, momentName, momentsIn } from "./moments.js";
import { setting } from "./setting.js";
import { type DerivedQuantity, structureSteps, symbolOf } from "./structure.js";

const n = minus("B", 1);
const cos = (name: string) => call("Cos", symbol(name));
const sinPower = (name: string, exponent: Expression) => power(call("Sin", symbol(name)), exponent);
const z1 = times(root(n), cos("x"));
const z2 = times(
  root(n),
  plus(over(negative(cos("x")), n), times(root(minus(1, over(1, power(n, 2)))), call("Sin", symbol("x")), cos("y"))),
);

/** z^k as a list of factors. */
const factors = (z: Expression, k: number): readonly Expression[] => (k === 0 ? [] : [k === 1 ? z : power(z, k)]);

function momentIntegral(phi: Expression, { kind, family, a, b }: Moment): Expression {
  const f = family === "slope" ? simplify(differentiate(phi, "x")) : phi;
  const at = (z: Expression) => substitute(f, "x", z);
  const powers = [...factors(z1, a), ...factors(z2, b)];
  if (kind === "pair") {
    const body = times(at(z1), at(z2), ...powers, sinPower("x", minus("B", 3)), sinPower("y", minus("B", 4)));
    return times(over(minus("B", 3), times(2, pi)), integral(integral(body, "y", 0, pi), "x", 0, pi));
  }
  const values = kind === "square" ? power(at(z1), 2) : at(z1);
  const mass = call("Beta", over(minus("B", 2), 2), over(1, 2));
  return over(integral(times(values, ...powers, sinPower("x", minus("B", 3))), "x", 0, pi), mass);
}

/** The quantity's equation in the moments, then each moment's integral for the given phi, an expression in x. */
export function integralRepresentation(quantity: DerivedQuantity, phi: Expression): readonly Comparison[] {
  const builder = new DerivationBuilder(setting);
  const structure = structureSteps(builder, quantity).map((step) => builder.equation(step));
  const moments = momentsIn(rewriteTerm(symbolOf(quantity), structure));
  return [
    ...structure.reverse(),
    ...moments.map((moment) => equation(symbol(momentName(moment)), momentIntegral(phi, moment))),
  ];
}
