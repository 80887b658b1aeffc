/**
 * The explosion rate of a polynomial is a rational function of B (that of the identity is in identity.ts):
 *
 *   x^2       2 (B-1)/(B-3)
 *   x^3       3 (B-2)(3B^2-8B+3)/((B-3)(5B^2-12B+9))
 *   x + x^3   (B-2)(17B^2-28B+6)/((B-3)(11B^2-10B+6))
 *
 * Theorem 7 is a mean of a polynomial in two samples over the sphere. Its monomials come from Isserlis' theorem over the moments of
 * the radius, and once more from integration by parts on the sphere.
 */
import { minus, over, plus, power, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import type { Expression } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";

interface Statement {
  readonly slug: string;
  readonly name: string;
  /** Of 1, x, x^2, ... */
  readonly coefficients: readonly number[];
  readonly rate: Expression;
}

const less = (k: number): Expression => minus("B", k);
/** a B^2 - b B + c. */
const quadratic = (a: number, b: number, c: number): Expression =>
  plus(minus(times(a, power("B", 2)), times(b, "B")), c);

const statements: readonly Statement[] = [
  {
    slug: "rate-square",
    name: "x^2",
    coefficients: [0, 0, 1],
    rate: over(times(2, less(1)), less(3)),
  },
  {
    slug: "rate-cube",
    name: "x^3",
    coefficients: [0, 0, 0, 1],
    rate: over(times(3, less(2), quadratic(3, 8, 3)), times(less(3), quadratic(5, 12, 9))),
  },
  {
    slug: "rate-x-plus-cube",
    name: "x + x^3",
    coefficients: [0, 1, 0, 1],
    rate: over(times(less(2), quadratic(17, 28, 6)), times(less(3), quadratic(11, 10, 6))),
  },
];

function proof({ slug, name, coefficients, rate }: Statement): Proof {
  const claim = equation(symbolOf("rate"), rate);
  return Object.freeze({
    id: `batchnorm/${slug}`,
    title: `The explosion rate of ${name}`,
    source: "Theorem 7; the closed form is ours",
    claim,
    prove() {
      const builder = new DerivationBuilder(setting);
      const exact = coefficients.map((value) => rational(value));
      const formula = derivationSteps(builder, "rate", { kind: "polynomial", coefficients: exact });
      builder.deduce(claim, "factors", [formula]);
      return builder.finish();
    },
  });
}

export const polynomials: readonly Proof[] = Object.freeze(statements.map(proof));
