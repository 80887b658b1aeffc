import type { Activation } from "../../../symbolic/activation/activation.js";
import { rationalExpression } from "../../../symbolic/algebra/toExpression.js";
import { simplestRational } from "../../../symbolic/rational.js";
import type { HomogeneousForm } from "./homogeneous.js";
import type { PolynomialForm } from "./polynomial.js";

/** An activation that has closed forms, with exact coefficients. */
export type ActivationForm =
  | { readonly kind: "polynomial"; readonly coefficients: PolynomialForm }
  | { readonly kind: "homogeneous"; readonly form: HomogeneousForm };

const MOST_DEGREE = 24;
const MOST_DENOMINATOR = 100n;

/** Why `formOf` gives null. */
export const noForm =
  "it is neither positively homogeneous nor a polynomial, of a degree p/q of at most 24 with q at most 100";

/** Polynomials first: x^2 is homogeneous too, and its moments are rational. null for everything else. */
export function formOf({ facts }: Activation): ActivationForm | null {
  const coefficients = facts.polynomial.value;
  if (coefficients !== null && coefficients.length <= MOST_DEGREE + 1) {
    return { kind: "polynomial", coefficients: coefficients.map(simplestRational) };
  }
  const homogeneity = facts.homogeneity.value;
  if (homogeneity === null || facts.homogeneity.evidence !== "proved") return null;
  if (homogeneity.degree > MOST_DEGREE || simplestRational(homogeneity.degree).denominator > MOST_DENOMINATOR)
    return null;
  const [degree, right, left] = [homogeneity.degree, homogeneity.right, homogeneity.left].map((value) =>
    rationalExpression(simplestRational(value)),
  );
  return { kind: "homogeneous", form: { degree: degree!, right: right!, left: left! } };
}
