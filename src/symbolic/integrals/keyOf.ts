import { type Expression, fold } from "../expression.js";

interface Key {
  readonly text: string;
  /** The parts of a chain of products or of sums, so that their order does not matter. */
  readonly parts: readonly string[];
  readonly head: Expression["head"];
}

/** A text that two trees share only when they are the same up to the order of factors and of summands. */
export function keyOf(expression: Expression): string {
  return fold<Key>(expression, (node, args) => {
    const { head } = node;
    if (head === "Multiply" || head === "Add") {
      const parts = args.flatMap((arg) => (arg.head === head ? arg.parts : [arg.text])).sort();
      return { text: `${head}(${parts.join(",")})`, parts, head };
    }
    const text = leafText(node) ?? `${head}(${args.map((arg) => arg.text).join(",")})`;
    return { text, parts: [text], head };
  }).text;
}

function leafText(node: Expression): string | null {
  if (node.head === "Symbol") return JSON.stringify(node.name);
  if (node.head === "Integer") return String(node.value);
  return node.head === "Number" ? `Number ${Object.is(node.value, -0) ? "-0" : node.value}` : null;
}
