import { minus, plus, times } from "../build.js";
import { call, type Expression, integer, symbol } from "../expression.js";
import { equation, type Proposition } from "../proposition.js";

/**
 * (1-x^2) y'' - (2 lambda+1) x y' + k (k+2 lambda) y = 0 for y = C_k^lambda(x), with C_k^lambda' = 2 lambda
 * C_(k-1)^(lambda+1) put in: the Gegenbauer polynomials are the eigenfunctions of the spherical Laplacian among
 * functions of one coordinate, of eigenvalue k (k+2 lambda). `k` is any term; the statement is about whole k >= 2.
 * Source: DLMF 18.8.1.
 */
export function gegenbauerEquation(k: Expression): Proposition {
  const [lambda, x] = [symbol("lambda"), symbol("x")];
  const polynomial = (steps: number) =>
    call("Gegenbauer", steps === 0 ? k : minus(k, steps), steps === 0 ? lambda : plus(lambda, steps), x);
  const curvature = times(4, lambda, plus(lambda, 1), minus(1, times(x, x)), polynomial(2));
  const drift = times(2, lambda, plus(times(2, lambda), 1), x, polynomial(1));
  const eigenvalue = times(k, plus(k, times(2, lambda)));
  return equation(plus(minus(curvature, drift), times(eigenvalue, polynomial(0))), integer(0));
}
