import { type Expression, fold, isCall } from "../expression.js";
import { heads } from "../heads.js";
import type { Fact, Parity } from "./activation.js";

/** "constant" is even, and stays even under any function. */
const isEven = (parity: Parity) => parity === "even";

function product(a: Parity, b: Parity): Parity {
  return a === "none" || b === "none" ? "none" : a === b ? "even" : "odd";
}

function applied(node: Expression, args: readonly Parity[]): Parity {
  if (!isCall(node)) return node.head === "Number" ? "even" : "odd";
  const [a, b, c] = args;
  if (args.every(isEven)) return "even";
  switch (node.head) {
    case "Add":
    case "Subtract":
      return a === b ? a! : isZero(node.args[0]!) ? b! : isZero(node.args[1]!) ? a! : "none";
    case "Multiply":
    case "Divide":
      return product(a!, b!);
    case "Power": {
      const exponent = node.args[1]!;
      const whole = exponent.head === "Number" && Number.isInteger(exponent.value);
      return a === "odd" && whole ? (exponent.value % 2 === 0 ? "even" : "odd") : "none";
    }
    case "Conditional":
      return a === "even" && b === c ? b! : "none";
    default: {
      const own = heads[node.head].parity;
      return args.length === 1 && a === "odd" ? own : "none";
    }
  }
}

const isZero = (node: Expression) => node.head === "Number" && node.value === 0;

/** Parity as the rules of the tree give it; "none" only means that the rules do not show one. */
export const parityByRules = (expression: Expression): Parity => fold<Parity>(expression, applied);

/** Points without special values, on all scales up to 32, and two far out: a kink may lie beyond the window. */
const samples = [
  ...Array.from({ length: 60 }, (_, k) => 32 * ((k * 0.6180339887498949) % 1) ** 3 + 1e-3 * (k + 1)),
  317,
  4e3,
];

/** Whether breaks, in ascending order, lie symmetric about 0: samples fall on the same side of a break off it by 1e-5. */
export const symmetricPlaces = (places: readonly number[]) =>
  places.every((at, i) => Math.abs(at + places[places.length - 1 - i]!) <= 1e-14 * Math.abs(at));

/** Compares phi(x) with phi(-x) at fixed points; `tolerance` is relative to the values. */
export function sampledParity(value: (x: number) => number, tolerance = 1e-12): Parity {
  let [even, odd] = [true, true];
  for (const x of samples) {
    const [right, left] = [value(x), value(-x)];
    if (Number.isNaN(right) || Number.isNaN(left)) continue;
    const scale = tolerance * (Math.abs(right) + Math.abs(left));
    const close = (a: number, b: number) => a === b || (scale < Infinity && Math.abs(a - b) <= scale);
    even &&= close(right, left);
    odd &&= close(right, -left);
  }
  return even ? "even" : odd ? "odd" : "none";
}

/** By rule, else by an exact argument on the pieces (`byPieces`), else by samples; a counterexample proves "none". */
export function parityOf(
  expression: Expression,
  value: (x: number) => number,
  places: readonly number[],
  byPieces: () => Parity,
): Fact<Parity> {
  const rule = parityByRules(expression);
  if (rule !== "none") return { value: rule, evidence: "proved" };
  const seen = symmetricPlaces(places) ? sampledParity(value) : "none";
  if (seen === "none") return { value: "none", evidence: "proved" };
  return byPieces() === seen ? { value: seen, evidence: "proved" } : { value: seen, evidence: "sampled" };
}
