/** The words of the rule table that `build.ts` does not have. */
import { integral, over, type Term, term } from "../build.js";
import { type CallExpression, call, type Expression, integer, symbol } from "../expression.js";

export const exponential = (a: Term): CallExpression => call("Exp", term(a));
export const sine = (a: Term): CallExpression => call("Sin", term(a));
export const cosine = (a: Term): CallExpression => call("Cos", term(a));
export const absolute = (a: Term): CallExpression => call("Abs", term(a));
export const relu = (a: Term): CallExpression => call("Max", term(a), integer(0));
export const step = (a: Term): CallExpression => call("Step", term(a));

export const half: Expression = over(1, 2);
export const infinity: CallExpression = call("Infinity");

export const beta = (a: Term, b: Term): CallExpression => call("Beta", term(a), term(b));
export const factorial = (a: Term): CallExpression => call("Factorial", term(a));
/** (a)_k = a (a+1) ... (a+k-1). */
export const pochhammer = (a: Term, k: Term): CallExpression => call("Pochhammer", term(a), term(k));
/** 2F1(a, b; c; z). */
export const hypergeometric = (a: Term, b: Term, c: Term, z: Term): CallExpression =>
  call("Hypergeometric", term(a), term(b), term(c), term(z));
/** C_k^(lambda)(x). */
export const gegenbauer = (k: Term, lambda: Term, x: Term): CallExpression =>
  call("Gegenbauer", term(k), term(lambda), term(x));

/** From 0 to infinity. */
export const halfLine = (body: Term, variable: string): Expression => integral(body, variable, 0, infinity);
export const sum = (body: Term, index: string, from: Term, to: Term): CallExpression =>
  call("Sum", term(body), symbol(index), term(from), term(to));
/** The mean over two standard normals z1, z2 of correlation c. */
export const gaussianMean = (body: Term, correlation: Term): CallExpression =>
  call("GaussianMean", term(body), symbol("z1"), symbol("z2"), term(correlation));
/** The mean over two samples z1, z2 of a batch. */
export const sphereMean = (body: Term, batch: Term): CallExpression =>
  call("SphereMean", term(body), symbol("z1"), symbol("z2"), term(batch));
