/** Polynomials with whole coefficients in any variables: sparse, exact, canonical. */
export {
  coefficientsIn,
  content,
  degreeIn,
  derivativePolynomial,
  evaluatePolynomial,
  fromCoefficients,
  primitivePart,
  totalDegree,
} from "./coefficients.js";
export { powerPolynomial } from "./power.js";
export { multiplyPolynomial } from "./product.js";
export { dividePolynomial } from "./quotient.js";
export {
  addPolynomial,
  constantPolynomial,
  equalPolynomial,
  isConstantPolynomial,
  isZeroPolynomial,
  leadingCoefficient,
  negatePolynomial,
  type Polynomial,
  scalePolynomial,
  subtractPolynomial,
  type Term,
  variablePolynomial,
  zeroPolynomial,
} from "./sparse.js";
