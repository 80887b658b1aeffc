import { evaluate } from "./evaluate.js";
import { type Expression, type HeadName, isCall } from "./expression.js";
import { heads } from "./heads.js";
import { binaryShapes, compileBinary, identity, type Operand } from "./operands.js";
import { Sharing } from "./sharing.js";

type Real = (x: number) => number;

/** Small whole powers by products (within 2 ulp of Math.pow and several times faster). */
function compilePower(base: Operand, exponent: number): Real {
  if (base.kind === "x") {
    if (exponent === 2) return (x) => x * x;
    if (exponent === 3) return (x) => x * x * x;
    return (x) => x ** exponent;
  }
  const f = asFunction(base);
  if (exponent === 2) {
    return (x) => {
      const u = f(x);
      return u * u;
    };
  }
  if (exponent === 3) {
    return (x) => {
      const u = f(x);
      return u * u * u;
    };
  }
  return (x) => f(x) ** exponent;
}

const comparisons: Partial<Record<HeadName, (f: Real, g: Real) => (x: number) => boolean>> = {
  Less: (f, g) => (x) => f(x) < g(x),
  LessEqual: (f, g) => (x) => f(x) <= g(x),
  Greater: (f, g) => (x) => f(x) > g(x),
  GreaterEqual: (f, g) => (x) => f(x) >= g(x),
  Equal: (f, g) => (x) => f(x) === g(x),
  NotEqual: (f, g) => (x) => f(x) !== g(x),
};

const asFunction = (operand: Operand): Real => {
  if (operand.kind === "call") return operand.f;
  if (operand.kind === "x") return identity;
  const { value } = operand;
  return () => value;
};

function compileConditional(test: Expression, then: Real, otherwise: Real, operand: (e: Expression) => Operand): Real {
  const [left, right] = isCall(test) ? test.args : [];
  if (test.head === "Greater" && left!.head === "Symbol" && right!.head === "Number" && operand(left!).kind === "x") {
    const threshold = right!.value;
    return (x) => (x > threshold ? then(x) : otherwise(x));
  }
  const comparison = isCall(test) ? comparisons[test.head] : undefined;
  if (comparison) {
    const holds = comparison(asFunction(operand(left!)), asFunction(operand(right!)));
    return (x) => (holds(x) ? then(x) : otherwise(x));
  }
  const f = asFunction(operand(test));
  return (x) => (f(x) !== 0 ? then(x) : otherwise(x));
}

function compileCall(head: HeadName, args: readonly Expression[], operand: (e: Expression) => Operand): Real {
  const operands = args.map(operand);
  const [a, b] = operands;
  const shapes = binaryShapes[head];
  if (shapes) return compileBinary(shapes, a!, b!);
  if (head === "Power" && b!.kind === "number") return compilePower(a!, b!.value);
  if (head === "Negate") {
    const f = asFunction(a!);
    return a!.kind === "x" ? (x) => -x : (x) => -f(x);
  }
  if (head === "Conditional") {
    return compileConditional(args[0]!, asFunction(operands[1]!), asFunction(operands[2]!), operand);
  }
  const apply = heads[head].evaluate;
  if (operands.length === 1) {
    const f = asFunction(a!);
    // The unary evaluators are plain one-argument functions: for the variable itself, Math.tanh is the closure.
    return a!.kind === "x" ? (apply as Real) : (x) => apply(f(x));
  }
  const functions = operands.map(asFunction);
  if (functions.length > 2) return (x) => apply(...functions.map((f) => f(x)));
  const [f, g] = functions as [Real, Real];
  return (x) => apply(f(x), g(x));
}

function compileNode(head: HeadName, args: readonly Expression[], operand: (e: Expression) => Operand): Operand {
  const values = args.map(operand).map((a) => (a.kind === "number" ? a.value : null));
  if (values.every((value) => value !== null)) {
    return { kind: "number", value: heads[head].evaluate(...(values as number[])) };
  }
  return { kind: "call", f: compileCall(head, args, operand) };
}

/** The last argument and value of a subtree that occurs several times: one point is asked for all of them in a row. */
function remembered(f: Real): Real {
  let [argument, value] = [Number.NaN, f(Number.NaN)];
  return (x) => {
    // Not ===: 0 and -0 may have different values.
    if (Object.is(x, argument)) return value;
    value = f(x);
    argument = x;
    return value;
  };
}

/**
 * A closure for the tree as a function of the symbol `name`: no eval and no new Function, so it runs under a strict
 * content-security policy. Equal subtrees are compiled once, and evaluated once a point where that pays. Conditionals
 * evaluate one branch only. Any other symbol is NaN.
 */
export function compile(expression: Expression, name = "x"): Real {
  const sharing = new Sharing();
  sharing.id(expression);
  const known = new Map<number, Operand>();
  const operand = (node: Expression): Operand => {
    const id = sharing.id(node);
    let result = known.get(id);
    if (result === undefined) {
      if (node.head === "Symbol" && node.name === name) result = { kind: "x" };
      else if (isCall(node)) result = compileNode(node.head, node.args, operand);
      else result = { kind: "number", value: evaluate(node) };
      if (result.kind === "call" && sharing.isShared(id)) result = { kind: "call", f: remembered(result.f) };
      known.set(id, result);
    }
    return result;
  };
  return asFunction(operand(expression));
}
