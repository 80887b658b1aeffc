import { evaluate } from "../evaluate.js";
import { type ElementaryHead, type Expression, elementaryHeads, isCall } from "../expression.js";
import { heads } from "../heads.js";
import { Sharing } from "../sharing.js";
import type { StraightLineInstruction, StraightLineOperation } from "./straightLine.js";

/** Heads that are one operation, with the same arguments in the same order. */
const direct: Partial<Record<ElementaryHead, StraightLineOperation>> = {
  Add: "add",
  Subtract: "subtract",
  Multiply: "multiply",
  Divide: "divide",
  Negate: "negate",
  Exp: "exp",
  Expm1: "expm1",
  Log: "log",
  Log1p: "log1p",
  Sqrt: "squareRoot",
  Cbrt: "cubeRoot",
  Sin: "sin",
  Cos: "cos",
  Tan: "tan",
  Asin: "asin",
  Acos: "acos",
  Atan: "atan",
  Sinh: "sinh",
  Cosh: "cosh",
  Tanh: "tanh",
  Asinh: "asinh",
  Acosh: "acosh",
  Atanh: "atanh",
  Erf: "erf",
  Erfc: "erfc",
  Sigmoid: "sigmoid",
  Softplus: "softplus",
  Abs: "absolute",
  Sign: "sign",
  Step: "step",
  Min: "minimum",
  Max: "maximum",
  Less: "less",
  LessEqual: "lessEqual",
  Equal: "equal",
  Conditional: "select",
};

const elementary: ReadonlySet<string> = new Set(elementaryHeads);

/**
 * Lowers trees in x to one list of instructions. Equal subtrees, and equal instructions however they arose, are emitted
 * once. Constants are folded with the heads' own values. Both branches of a conditional are computed, and one is
 * selected.
 */
export class Lowering {
  readonly instructions: StraightLineInstruction[] = [];
  private readonly sharing = new Sharing();
  private readonly registers = new Map<number, number>();
  private readonly emitted = new Map<string, number>();
  private readonly constants = new Map<number, number>();

  /** The register that holds the tree. Throws a RangeError for a tree that is not an elementary function of x alone. */
  lower(expression: Expression): number {
    const id = this.sharing.id(expression);
    const known = this.registers.get(id);
    if (known !== undefined) return known;
    const register = this.lowerNode(expression);
    this.registers.set(id, register);
    return register;
  }

  private lowerNode(node: Expression): number {
    if (node.head === "Symbol") {
      if (node.name === "x") return 0;
      throw new RangeError(`${node.name} is not the variable x`);
    }
    if (!isCall(node)) return this.constant(evaluate(node));
    if (!elementary.has(node.head)) throw new RangeError(`${node.head} is not an elementary function`);
    const args = node.args.map((arg) => this.lower(arg));
    const values = args.map((register) => this.constants.get(register));
    if (values.every((value) => value !== undefined)) {
      const value = heads[node.head].evaluate(...values);
      // what is not finite is left to run time: a branch that is never taken may hold 1/0
      if (Number.isFinite(value)) return this.constant(value);
    }
    return this.call(node.head as ElementaryHead, args);
  }

  private constant(value: number): number {
    // no literal is infinite, but 1/0 is, and says the same as data that JSON keeps
    if (value === Infinity || value === -Infinity)
      return this.emit("divide", this.constant(Math.sign(value)), this.constant(0));
    if (Number.isNaN(value)) return this.emit("divide", this.constant(0), this.constant(0));
    const key = Object.is(value, -0) ? "-0" : String(value);
    let register = this.emitted.get(key);
    if (register === undefined) {
      register = this.instructions.push({ operation: "constant", from: [], value });
      this.emitted.set(key, register);
      this.constants.set(register, value);
    }
    return register;
  }

  private emit(operation: StraightLineOperation, ...from: readonly number[]): number {
    const key = `${operation} ${from.join(" ")}`;
    let register = this.emitted.get(key);
    if (register === undefined) {
      register = this.instructions.push({ operation, from });
      this.emitted.set(key, register);
    }
    return register;
  }

  private call(head: ElementaryHead, args: readonly number[]): number {
    const [a, b] = args as [number, number];
    const operation = direct[head];
    if (operation !== undefined) return this.emit(operation, ...args);
    switch (head) {
      case "Power":
        return this.power(a, b);
      case "Log2":
        return this.emit("divide", this.emit("log", a), this.constant(Math.LN2));
      case "Log10":
        return this.emit("divide", this.emit("log", a), this.constant(Math.LN10));
      case "Sech":
        return this.emit("divide", this.constant(1), this.emit("cosh", a));
      case "Greater":
        return this.emit("less", b, a);
      case "GreaterEqual":
        return this.emit("lessEqual", b, a);
      case "NotEqual":
        return this.not(this.emit("equal", a, b));
      case "Not":
        return this.not(a);
      case "And":
        return this.not(this.emit("maximum", this.not(a), this.not(b)));
      case "Or":
        return this.not(this.emit("minimum", this.not(a), this.not(b)));
      default:
        throw new RangeError(`no operations for ${head}`);
    }
  }

  /** 1 where the register is 0, 0 elsewhere. */
  private not(register: number): number {
    return this.emit("equal", register, this.constant(0));
  }

  /** Squares and cubes by products, as closures compute them. */
  private power(base: number, exponent: number): number {
    const value = this.constants.get(exponent);
    if (value === 1) return base;
    if (value !== 2 && value !== 3) return this.emit("power", base, exponent);
    const square = this.emit("multiply", base, base);
    return value === 2 ? square : this.emit("multiply", square, base);
  }
}
