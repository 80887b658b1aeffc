import {
  rationalFunctions as field,
  powerFunction,
  type RationalFunction,
  symbolFunction,
} from "../../../src/symbolic/algebra/rationalFunction.js";
import { OperatorAlgebra } from "../../../src/symbolic/operators/operatorAlgebra.js";
import { rational } from "../../../src/symbolic/rational.js";

/** Operators with B a symbol and rational functions for coefficients. */
export const algebra = new OperatorAlgebra(field, symbolFunction("B"));

/**
 * A formula as the paper prints it: sums, products, quotients and whole powers of numbers, names and brackets [kl|ij];
 * names with a value in `values` stand for it.
 */
export function formula(text: string, values: Readonly<Record<string, RationalFunction>> = {}): RationalFunction {
  const tokens = text.match(/\[\d\d\|\d\d\]|[A-Za-z_]\w*'?|\d+|[-+*/^()]/g) ?? [];
  if (tokens.join("") !== text.replace(/\s/g, "")) throw new SyntaxError(`formula: ${text}`);
  let at = 0;
  const accept = (token: string) => tokens[at] === token && ++at > 0;
  const sum = (): RationalFunction => {
    let total = product();
    for (;;) {
      if (accept("+")) total = field.add(total, product());
      else if (accept("-")) total = field.subtract(total, product());
      else return total;
    }
  };
  const product = (): RationalFunction => {
    let total = power();
    for (;;) {
      if (accept("*")) total = field.multiply(total, power());
      else if (accept("/")) total = field.divide(total, power());
      else return total;
    }
  };
  const power = (): RationalFunction => {
    if (accept("-")) return field.negate(power());
    const base = atom();
    return accept("^") ? powerFunction(base, Number(tokens[at++])) : base;
  };
  const atom = (): RationalFunction => {
    if (accept("(")) {
      const inner = sum();
      if (!accept(")")) throw new SyntaxError(`formula: a bracket is open in ${text}`);
      return inner;
    }
    const token = tokens[at++] ?? "";
    if (/^\d/.test(token)) return field.fromRational(rational(Number(token)));
    if (!/^[[A-Za-z_]/.test(token)) throw new SyntaxError(`formula: unexpected ${token} in ${text}`);
    return values[token] ?? symbolFunction(token);
  };
  const result = sum();
  if (at < tokens.length) throw new SyntaxError(`formula: ${tokens[at]} is left over in ${text}`);
  return result;
}
