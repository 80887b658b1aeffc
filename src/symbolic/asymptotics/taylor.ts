import { type Expression, type HeadName, isCall, symbol } from "../expression.js";
import { heads } from "../heads.js";

const u = symbol("u");

/** Truncated Taylor coefficients; products and quotients by the Cauchy rules. */
type Jet = readonly number[];

function multiplyJets(a: Jet, b: Jet): Jet {
  return a.map((_, n) => {
    let sum = 0;
    for (let k = 0; k <= n; k++) sum += a[k]! * b[n - k]!;
    return sum;
  });
}

function divideJets(a: Jet, b: Jet): Jet {
  const quotient: number[] = [];
  for (let n = 0; n < a.length; n++) {
    let sum = a[n]!;
    for (let k = 1; k <= n; k++) sum -= b[k]! * quotient[n - k]!;
    quotient.push(sum / b[0]!);
  }
  return quotient;
}

/** a^p with a_0 != 0, by Miller's recurrence n a_0 c_n = sum_k (p k - (n - k)) a_k c_(n-k); whole p >= 0 by products. */
function powerJet(a: Jet, p: number): Jet {
  if (Number.isInteger(p) && p >= 0 && p <= 4) {
    let result: Jet = a.map((_, n) => (n === 0 ? 1 : 0));
    for (let k = 0; k < p; k++) result = multiplyJets(result, a);
    return result;
  }
  const result = [a[0]! ** p];
  for (let n = 1; n < a.length; n++) {
    let sum = 0;
    for (let k = 1; k <= n; k++) sum += (p * k - (n - k)) * a[k]! * result[n - k]!;
    result.push(sum / (n * a[0]!));
  }
  return result;
}

function composeJets(outer: Jet, inner: Jet): Jet {
  const small = inner.map((value, n) => (n === 0 ? 0 : value));
  let result: Jet = inner.map((_, n) => (n === 0 ? outer.at(-1)! : 0));
  for (let k = outer.length - 2; k >= 0; k--) {
    result = multiplyJets(result, small).map((value, n) => (n === 0 ? value + outer[k]! : value));
  }
  return result;
}

/** Taylor coefficients at one point of functions of one argument, from the derivative rules of the head table alone. */
export class Taylor {
  private readonly known = new Map<string, Jet>();

  /** f(at), f'(at), f''(at)/2, ... up to order n: from the jet of the rule for f' to order n - 1. */
  head(name: HeadName, at: number, n: number): Jet {
    const key = `${name} ${at} ${n}`;
    let jet = this.known.get(key);
    if (jet === undefined) {
      const { evaluate, slope } = heads[name];
      const tail = n === 0 ? [] : this.expression(slope!(u), at, n - 1).map((value, k) => value / (k + 1));
      jet = [evaluate(at), ...tail];
      this.known.set(key, jet);
    }
    return jet;
  }

  private expression(node: Expression, at: number, n: number): Jet {
    const constant = (value: number): Jet => Array.from({ length: n + 1 }, (_, k) => (k === 0 ? value : 0));
    if (node.head === "Number") return constant(node.value);
    if (!isCall(node)) return constant(at).map((value, k) => (k === 1 ? 1 : value));
    const args = node.args.map((arg) => this.expression(arg, at, n));
    const [a, b, c] = args;
    switch (node.head) {
      case "Add":
        return a!.map((value, k) => value + b![k]!);
      case "Subtract":
        return a!.map((value, k) => value - b![k]!);
      case "Negate":
        return a!.map((value) => -value);
      case "Multiply":
        return multiplyJets(a!, b!);
      case "Divide":
        return divideJets(a!, b!);
      case "Power":
        return powerJet(a!, b![0]!);
      case "Conditional":
        return a![0] !== 0 ? b! : c!;
      case "Equal":
        return constant(a![0] === b![0] ? 1 : 0);
      default:
        return composeJets(this.head(node.head, a![0]!, n), a!);
    }
  }
}
