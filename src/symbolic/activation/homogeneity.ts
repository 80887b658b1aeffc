import { type Expression, fold, isCall } from "../expression.js";
import { heads } from "../heads.js";
import type { Homogeneity } from "./activation.js";

/** On one half line: coefficient |x|^degree. A zero coefficient goes with every degree. */
interface Half {
  readonly coefficient: number;
  readonly degree: number;
}

const sameDegree = (a: Half, b: Half) => a.coefficient === 0 || b.coefficient === 0 || a.degree === b.degree;
const shared = (a: Half, b: Half) => (a.coefficient === 0 ? b.degree : a.degree);

function combine(head: string, args: readonly Half[]): Half | null {
  const [a, b] = args;
  switch (head) {
    case "Multiply":
      return { coefficient: a!.coefficient * b!.coefficient, degree: a!.degree + b!.degree };
    case "Divide":
      return b!.coefficient === 0
        ? null
        : { coefficient: a!.coefficient / b!.coefficient, degree: a!.degree - b!.degree };
    case "Negate":
      return { coefficient: -a!.coefficient, degree: a!.degree };
    case "Abs":
      return { coefficient: Math.abs(a!.coefficient), degree: a!.degree };
    case "Sign":
    case "Step":
      return { coefficient: heads[head].evaluate(a!.coefficient), degree: 0 };
    case "Sqrt":
      return { coefficient: Math.sqrt(a!.coefficient), degree: a!.degree / 2 };
    case "Cbrt":
      return { coefficient: Math.cbrt(a!.coefficient), degree: a!.degree / 3 };
    case "Power":
      return b!.degree === 0 || b!.coefficient === 0
        ? { coefficient: a!.coefficient ** b!.coefficient, degree: a!.degree * b!.coefficient }
        : null;
    case "Add":
    case "Subtract":
    case "Min":
    case "Max": {
      const coefficient = heads[head].evaluate(a!.coefficient, b!.coefficient);
      return sameDegree(a!, b!) ? { coefficient, degree: shared(a!, b!) } : null;
    }
    case "Less":
    case "LessEqual":
    case "Greater":
    case "GreaterEqual":
    case "Equal":
    case "NotEqual": {
      const value = heads[head].evaluate(a!.coefficient, b!.coefficient);
      return sameDegree(a!, b!) ? { coefficient: value, degree: 0 } : null;
    }
    default:
      return null;
  }
}

/** Anything applied to constants is a constant: degree 0. */
function constant(head: string, args: readonly Half[]): Half | null {
  if (!args.every((arg) => arg.degree === 0 || arg.coefficient === 0)) return null;
  return { coefficient: heads[head as "Exp"].evaluate(...args.map((arg) => arg.coefficient)), degree: 0 };
}

function halfOf(expression: Expression, side: 1 | -1): Half | null {
  const visit = (node: Expression, args: readonly { is: Half | null }[]): { is: Half | null } => {
    if (node.head === "Number") return { is: { coefficient: node.value, degree: 0 } };
    if (!isCall(node)) return { is: { coefficient: side, degree: 1 } };
    if (node.head === "Conditional") {
      const test = args[0]!.is;
      return test === null || test.degree !== 0 ? { is: null } : test.coefficient !== 0 ? args[1]! : args[2]!;
    }
    const known = args.map((arg) => arg.is);
    if (!known.every((arg) => arg !== null)) return { is: null };
    const half = combine(node.head, known as Half[]) ?? constant(node.head, known as Half[]);
    return { is: half !== null && Number.isFinite(half.coefficient) ? half : null };
  };
  return fold(expression, visit).is;
}

/** phi(x) = right x^degree for x > 0 and left |x|^degree for x < 0, read off each half line; null when it is not. */
export function homogeneityOf(expression: Expression): Homogeneity | null {
  const [right, left] = [halfOf(expression, 1), halfOf(expression, -1)];
  if (right === null || left === null || !sameDegree(left, right)) return null;
  const degree = right.coefficient === 0 && left.coefficient === 0 ? 0 : shared(right, left);
  return { degree, left: left.coefficient + 0, right: right.coefficient + 0 };
}
