import { evaluate } from "./evaluate.js";
import { type Expression, type HeadName, isCall } from "./expression.js";
import { heads } from "./heads.js";

type Real = (x: number) => number;

const identity: Real = (x) => x;

/** Where an operand is a number or the variable itself, a closure of its own saves a call. */
type Operand =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "x" }
  | { readonly kind: "call"; readonly f: Real };

interface Binary {
  readonly xNumber: (c: number) => Real;
  readonly numberX: (c: number) => Real;
  readonly callNumber: (f: Real, c: number) => Real;
  readonly numberCall: (c: number, f: Real) => Real;
  readonly xCall: (f: Real) => Real;
  readonly callX: (f: Real) => Real;
  readonly callCall: (f: Real, g: Real) => Real;
}

const binary: Partial<Record<HeadName, Binary>> = {
  Add: {
    xNumber: (c) => (x) => x + c,
    numberX: (c) => (x) => c + x,
    callNumber: (f, c) => (x) => f(x) + c,
    numberCall: (c, f) => (x) => c + f(x),
    xCall: (f) => (x) => x + f(x),
    callX: (f) => (x) => f(x) + x,
    callCall: (f, g) => (x) => f(x) + g(x),
  },
  Subtract: {
    xNumber: (c) => (x) => x - c,
    numberX: (c) => (x) => c - x,
    callNumber: (f, c) => (x) => f(x) - c,
    numberCall: (c, f) => (x) => c - f(x),
    xCall: (f) => (x) => x - f(x),
    callX: (f) => (x) => f(x) - x,
    callCall: (f, g) => (x) => f(x) - g(x),
  },
  Multiply: {
    xNumber: (c) => (x) => x * c,
    numberX: (c) => (x) => c * x,
    callNumber: (f, c) => (x) => f(x) * c,
    numberCall: (c, f) => (x) => c * f(x),
    xCall: (f) => (x) => x * f(x),
    callX: (f) => (x) => f(x) * x,
    callCall: (f, g) => (x) => f(x) * g(x),
  },
  Divide: {
    xNumber: (c) => (x) => x / c,
    numberX: (c) => (x) => c / x,
    callNumber: (f, c) => (x) => f(x) / c,
    numberCall: (c, f) => (x) => c / f(x),
    xCall: (f) => (x) => x / f(x),
    callX: (f) => (x) => f(x) / x,
    callCall: (f, g) => (x) => f(x) / g(x),
  },
  // Not Math.max: it is slower, and these keep NaN since every comparison with NaN is false.
  Max: extremum((a, b) => (a < b ? b : Number.isNaN(b) ? b : a)),
  Min: extremum((a, b) => (a > b ? b : Number.isNaN(b) ? b : a)),
};

function extremum(pick: (a: number, b: number) => number): Binary {
  return {
    xNumber: (c) => (x) => pick(x, c),
    numberX: (c) => (x) => pick(c, x),
    callNumber: (f, c) => (x) => pick(f(x), c),
    numberCall: (c, f) => (x) => pick(c, f(x)),
    xCall: (f) => (x) => pick(x, f(x)),
    callX: (f) => (x) => pick(f(x), x),
    callCall: (f, g) => (x) => pick(f(x), g(x)),
  };
}

function compileBinary(shapes: Binary, a: Operand, b: Operand): Real {
  if (a.kind === "call") {
    if (b.kind === "call") return shapes.callCall(a.f, b.f);
    return b.kind === "x" ? shapes.callX(a.f) : shapes.callNumber(a.f, b.value);
  }
  if (b.kind === "call") return a.kind === "x" ? shapes.xCall(b.f) : shapes.numberCall(a.value, b.f);
  if (b.kind === "number") return a.kind === "x" ? shapes.xNumber(b.value) : shapes.callNumber(() => a.value, b.value);
  return a.kind === "x" ? shapes.xCall(identity) : shapes.numberX(a.value);
}

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
  const shapes = binary[head];
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
  const [f, g] = [asFunction(a!), asFunction(b!)];
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

/** Gives structurally equal subtrees one number each, and counts how often each is used and how many calls it makes. */
class Sharing {
  private readonly numbers = new Map<string, number>();
  private readonly numberOf = new Map<Expression, number>();
  private readonly uses: number[] = [];
  private readonly calls: number[] = [];

  id(node: Expression): number {
    const seen = this.numberOf.get(node);
    if (seen !== undefined) return seen;
    const ids = isCall(node) ? node.args.map((arg) => this.id(arg)) : [];
    const own =
      node.head === "Number"
        ? Object.is(node.value, -0)
          ? "-0"
          : node.value
        : node.head === "Symbol"
          ? node.name
          : "";
    const key = `${node.head} ${own} ${ids.join(" ")}`;
    let id = this.numbers.get(key);
    if (id === undefined) {
      id = this.numbers.size;
      this.numbers.set(key, id);
      this.uses.push(0);
      this.calls.push(ids.reduce((sum, arg) => sum + this.calls[arg]!, isCall(node) ? 1 : 0));
      for (const arg of ids) this.uses[arg]! += 1;
    }
    this.numberOf.set(node, id);
    return id;
  }

  /** Worth remembering: used by several calls, and dearer than the comparison that remembering costs. */
  isShared(id: number): boolean {
    return this.uses[id]! > 1 && this.calls[id]! > 2;
  }
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
