// The subpath theoria/symbolic, as a table of contents: formulas as data, exact and precise arithmetic, operators, kernels.

// Operators on the symmetric matrices of a batch
export type { Field } from "./symbolic/algebra/field.js";
export { type RationalFunction, rationalFunctions, symbolFunction } from "./symbolic/algebra/rationalFunction.js";
export { DerivationBuilder } from "./symbolic/derivation/builder.js";
// Steps that are checked one by one
export type { Derivation, DerivationStep, StepStatus } from "./symbolic/derivation/derivation.js";
export { differentiate } from "./symbolic/differentiate.js";
export { asymptoticSeries } from "./symbolic/exact/asymptoticSeries.js";
export { type Decision, decide } from "./symbolic/exact/decide.js";
export type { ExactOptions } from "./symbolic/exact/normalise.js";
export { simplifyExact } from "./symbolic/exact/simplify.js";
export { type ZeroTest, zeroTest } from "./symbolic/exact/zeroTest.js";
// Terms and statements
export {
  call,
  type Expression,
  equal,
  type HeadName,
  headNames,
  integer,
  isCall,
  number,
  substitute,
  symbol,
} from "./symbolic/expression.js";
export { javascript } from "./symbolic/format/javascript.js";
export { fromJson, propositionFromJson, propositionToJson, toJson } from "./symbolic/format/json.js";
export { sympy, sympyDeclaration } from "./symbolic/format/sympy.js";
export { tex, texOf } from "./symbolic/format/tex.js";
// Written as text, TeX, JSON, JavaScript and SymPy
export { text, textOf } from "./symbolic/format/text.js";
export { parseFormula, parseStatement, parseTerm } from "./symbolic/formula/parse.js";
// Definite integrals
export { type Integration, integrate } from "./symbolic/integrals/integrate.js";
export type { Rule } from "./symbolic/integrals/rule.js";
export { rules as integralRules } from "./symbolic/integrals/rules.js";
// Arc-cosine kernels and Gegenbauer expansions
export { arccosineKernel } from "./symbolic/kernels/arccosineKernel.js";
export { arccosineKernelDerivative } from "./symbolic/kernels/arccosineKernelDerivative.js";
export { arccosineKernelSeries } from "./symbolic/kernels/arccosineKernelSeries.js";
export { expandInGegenbauer } from "./symbolic/kernels/expandInGegenbauer.js";
export { gegenbauerPolynomial } from "./symbolic/kernels/gegenbauerPolynomial.js";
export { homogeneousKernel } from "./symbolic/kernels/homogeneousKernel.js";
export { kernelIdentities } from "./symbolic/kernels/kernelIdentities.js";
export { centring, conjugation, diagonalOffDiagonal, rankOne, sandwich } from "./symbolic/operators/constructors.js";
export { eigenspaces } from "./symbolic/operators/eigenspaces.js";
export { centredEigenvalues, dimensions, eigenvalues } from "./symbolic/operators/eigenvalues.js";
export { liftDense } from "./symbolic/operators/liftDense.js";
export type { Operator } from "./symbolic/operators/operator.js";
export { OperatorAlgebra } from "./symbolic/operators/operatorAlgebra.js";
export { type Orbit, orbits } from "./symbolic/operators/orbit.js";
export { toDense } from "./symbolic/operators/toDense.js";
export { type DecimalStrings, fromDecimalString, toDecimalStrings } from "./symbolic/precise/decimal.js";
// Any number of digits, with an error
export { evaluateBall, type PreciseValue } from "./symbolic/precise/evaluateBall.js";
export { samplePoints } from "./symbolic/precise/samplePoints.js";
export { type Verification, verifyProposition, verifyZero } from "./symbolic/precise/verify.js";
export { compare, element, equation, type NumberSet, type Proposition, type Relation } from "./symbolic/proposition.js";
// Exact arithmetic: normal forms, the zero test, expansions at infinity
export { type Rational, rational, simplestRational } from "./symbolic/rational.js";
// Formulas of batch normalisation, derived in closed form
export { type DerivedFormula, derive } from "./theory/batchnorm/derivation/derive.js";
export { integralRepresentation } from "./theory/batchnorm/derivation/representation.js";
export { type DerivedQuantity, derivedQuantities } from "./theory/batchnorm/derivation/structure.js";
