import { rational } from "../rational.js";
import { rationalOf } from "./constant.js";
import { integerExact, rationalExact } from "./create.js";
import type { Atom, Exact, FunctionAtom } from "./exact.js";
import { exponentOf, isConstantTerm } from "./exponent.js";
import { exactField } from "./field.js";
import { exactKey } from "./key.js";

export type AtomPower = readonly [atom: Atom, exponent: number];

/** functions, times 2^exponentOfTwo pi^(sqrtPi/2) */
interface Joined {
  readonly functions: readonly AtomPower[];
  readonly exponentOfTwo: Exact;
  readonly sqrtPi: number;
}

const { add, subtract, multiply } = exactField;

const isGamma = (atom: Atom): atom is FunctionAtom => atom.kind === "function" && atom.head === "Gamma";

/** One pair Gamma(z)^n Gamma(z+1/2)^m with n m > 0 joined: Gamma(z) Gamma(z+1/2) = 2^(1-2z) sqrt(pi) Gamma(2z). */
function joinPair({ functions, exponentOfTwo, sqrtPi }: Joined): Joined | null {
  const half = rationalExact(rational(1, 2));
  for (const [first, n] of functions) {
    if (!isGamma(first) || rationalOf(first.args[0]!) !== null) continue;
    const z = first.args[0]!;
    const key = exactKey(add(z, half));
    const other = functions.find(([atom, m]) => isGamma(atom) && exactKey(atom.args[0]!) === key && m * n > 0);
    if (other === undefined) continue;
    const count = Math.sign(n) * Math.min(Math.abs(n), Math.abs(other[1]));
    const twice = add(z, z);
    const rest = functions
      .map(([atom, m]): AtomPower => [atom, atom === first || atom === other[0] ? m - count : m])
      .filter(([, m]) => m !== 0);
    return {
      functions: [...rest, [{ kind: "function", head: "Gamma", args: [twice] }, count]],
      exponentOfTwo: add(exponentOfTwo, multiply(integerExact(count), subtract(integerExact(1), twice))),
      sqrtPi: sqrtPi + count,
    };
  }
  return null;
}

const symbols = (exponent: Exact) => exponentOf(exponent)?.filter((term) => !isConstantTerm(term)).length ?? 0;

/**
 * The form with pairs of Gammas joined that has the fewest symbols in the power of 2, of those the one with most pairs.
 */
export function joinGammas(functions: readonly AtomPower[], exponentOfTwo: Exact): Joined {
  let best: Joined = { functions, exponentOfTwo, sqrtPi: 0 };
  for (let next = joinPair(best), last = best; next !== null; last = next, next = joinPair(last)) {
    if (symbols(next.exponentOfTwo) <= symbols(best.exponentOfTwo)) best = next;
  }
  return best;
}
