import { call, contains, type Expression, integer, substitute, symbol } from "../expression.js";
import { add, divide, multiply, negate, subtract } from "./terms.js";

const one = integer(1);
const two = integer(2);
const zero = integer(0);
const pi = call("Pi");
const square = (a: Expression) => call("Power", a, two);
const nameOf = (a: Expression) => (a.head === "Symbol" ? a.name : "");

/** The name, with as many primes as keep it from being free in the expressions. */
function fresh(name: string, ...avoided: readonly Expression[]): string {
  return avoided.some((expression) => contains(expression, name)) ? fresh(`${name}'`, ...avoided) : name;
}

/** The body with its two bound symbols renamed where `range`, which they do not bind, has symbols of the same names. */
function renamed([body, first, second, range]: readonly Expression[]): readonly [Expression, string, string] {
  const names = [nameOf(first!), nameOf(second!)] as const;
  const own = names.map((name) => (contains(range!, name) ? fresh(name, body!, range!) : name));
  const moved = own.reduce((f, name, i) => (name === names[i] ? f : substitute(f, names[i]!, symbol(name))), body!);
  return [moved, own[0]!, own[1]!];
}

/**
 * GaussianMean(f, z1, z2, c) = int int f exp(-(z1^2 - 2 c z1 z2 + z2^2) / (2 (1-c^2))) / (2 pi sqrt(1-c^2)) dz1 dz2,
 * |c| < 1.
 */
export function gaussianMeanIntegral(args: readonly Expression[]): Expression {
  const c = args[3]!;
  const [body, first, second] = renamed(args);
  const [z1, z2] = [symbol(first), symbol(second)];
  const rest = subtract(one, square(c));
  const mixed = multiply(multiply(two, c), multiply(z1, z2));
  const form = add(subtract(square(z1), mixed), square(z2));
  const density = divide(
    call("Exp", negate(divide(form, multiply(two, rest)))),
    multiply(multiply(two, pi), call("Sqrt", rest)),
  );
  const line = [negate(call("Infinity")), call("Infinity")];
  return call("Integral", call("Integral", multiply(body, density), z1, ...line), z2, ...line);
}

/**
 * SphereMean(f, z1, z2, B), B > 3, in polar coordinates of the plane of the two samples, whose projection of a uniform
 * point of S^(B-2) has the density (B-3)/(2 pi) (1-r^2)^((B-5)/2), with r = sin t and cos(delta) = -1/(B-1):
 *
 *   (B-3)/(2 pi) int_0^(pi/2) sin t cos(t)^(B-4) int_0^(2 pi) f(sqrt(B-1) sin t cos s, sqrt(B-1) sin t cos(s-delta)) ds dt.
 */
export function sphereMeanIntegral(args: readonly Expression[]): Expression {
  const batch = args[3]!;
  const [body, first, second] = renamed(args);
  const [z1, z2] = [symbol(first), symbol(second)];
  const [t, s] = [symbol(fresh("t", body, batch, z1, z2)), symbol(fresh("s", body, batch, z1, z2))];
  const dimension = subtract(batch, one);
  const length = multiply(call("Sqrt", dimension), call("Sin", t));
  const delta = call("Acos", negate(divide(one, dimension)));
  const atFirst = substitute(body, first, multiply(length, call("Cos", s)));
  const value = substitute(atFirst, second, multiply(length, call("Cos", subtract(s, delta))));
  const circle = call("Integral", value, s, zero, multiply(two, pi));
  const weight = multiply(call("Sin", t), call("Power", call("Cos", t), subtract(batch, integer(4))));
  const factor = divide(subtract(batch, integer(3)), multiply(two, pi));
  return multiply(factor, call("Integral", multiply(weight, circle), t, zero, divide(pi, two)));
}
