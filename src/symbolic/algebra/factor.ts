import { coefficientsIn, totalDegree } from "./coefficients.js";
import { gcdOfList } from "./gcd.js";
import { linearForms } from "./linearForms.js";
import { dividePolynomial } from "./quotient.js";
import { linearFactors } from "./rationalRoots.js";
import { isConstantPolynomial, type Polynomial } from "./sparse.js";
import { type Factorization, squarefree } from "./squarefree.js";

/**
 * p = content * product of factor^multiplicity, further than `squarefree`: factors that are free of a variable are split off,
 * and so are factors of total degree 1 such as 5 B - 2 and B + 2 a - 3. Not complete: x^4 + 4 stays whole.
 */
export function factor(p: Polynomial): Factorization {
  const { content, factors } = squarefree(p);
  return {
    content,
    factors: factors.flatMap(({ factor: whole, multiplicity }) =>
      splitVariables(whole)
        .flatMap(splitLinear)
        .map((part) => ({ factor: part, multiplicity })),
    ),
  };
}

/** p = the greatest divisor without the variable, times the rest, for every variable in turn. */
function splitVariables(p: Polynomial): readonly Polynomial[] {
  if (p.variables.length <= 1) return [p];
  for (const name of p.variables) {
    const common = gcdOfList(coefficientsIn(p, name));
    if (!isConstantPolynomial(common)) {
      return [...splitVariables(common), ...splitVariables(dividePolynomial(p, common)!)];
    }
  }
  return [p];
}

/** Beyond this degree only polynomials in one variable are searched for linear factors. */
const maximalDegree = 30;

function splitLinear(p: Polynomial): readonly Polynomial[] {
  if (p.variables.length > 1 && totalDegree(p) > maximalDegree) return [p];
  const linear = p.variables.length === 1 ? linearFactors(p) : linearForms(p);
  const rest = linear.reduce((left, own) => dividePolynomial(left, own)!, p);
  return isConstantPolynomial(rest) ? linear : [...linear, rest];
}
