/** Boolean functions of labels as text: z1 AND NOT (z2 XOR z3). Weakest last: NOT; AND, NAND; XOR, XNOR; OR, NOR. */
import { domainError } from "../../../numeric/domain.js";

export type BooleanFunction = (labels: readonly number[]) => number;

const levels: readonly Readonly<Record<string, (a: number, b: number) => number>>[] = [
  { OR: (a, b) => a | b, NOR: (a, b) => 1 - (a | b) },
  { XOR: (a, b) => a ^ b, XNOR: (a, b) => 1 - (a ^ b) },
  { AND: (a, b) => a & b, NAND: (a, b) => 1 - (a & b) },
];

const LONGEST = 200;

const wanted = (count: number) =>
  `a Boolean function of ${Array.from({ length: count }, (_, i) => `z${i + 1}`).join(", ")} with NOT, AND, OR, XOR, NAND, NOR, XNOR and parentheses`;

class Reader {
  readonly #tokens: readonly string[];
  readonly #count: number;
  readonly #refuse: () => never;
  #at = 0;

  constructor(tokens: readonly string[], count: number, refuse: () => never) {
    this.#tokens = tokens;
    this.#count = count;
    this.#refuse = refuse;
  }

  whole(): BooleanFunction {
    const found = this.#level(0);
    return this.#at === this.#tokens.length ? found : this.#refuse();
  }

  #level(level: number): BooleanFunction {
    if (level === levels.length) return this.#operand();
    let left = this.#level(level + 1);
    for (;;) {
      const word = this.#tokens[this.#at]?.toUpperCase() ?? "";
      if (!Object.hasOwn(levels[level]!, word)) return left;
      this.#at++;
      const [operation, first, second] = [levels[level]![word]!, left, this.#level(level + 1)];
      left = (labels) => operation(first(labels), second(labels));
    }
  }

  #operand(): BooleanFunction {
    const token = this.#tokens[this.#at++] ?? this.#refuse();
    if (token.toUpperCase() === "NOT") {
      const inner = this.#operand();
      return (labels) => 1 - inner(labels);
    }
    if (token === "(") {
      const inner = this.#level(0);
      return this.#tokens[this.#at++] === ")" ? inner : this.#refuse();
    }
    if (token === "0" || token === "1") return () => Number(token);
    const label = Number(/^z([1-9]\d*)$/i.exec(token)?.[1] ?? this.#refuse());
    return label <= this.#count ? (labels) => labels[label - 1]! : this.#refuse();
  }
}

/** The function of `count` labels, each 0 or 1, that a text describes. Throws a TheoryError that names `parameter`. */
export function booleanFunction(parameter: string, text: string, count: number): BooleanFunction {
  const refuse = (): never => {
    throw domainError(parameter, text, wanted(count), 'Write for example "z1 AND z2".');
  };
  if (text.length > LONGEST) refuse();
  const tokens = text.match(/[A-Za-z]\w*|\d+|[^\s\w]/g) ?? [];
  return new Reader(tokens, count, refuse).whole();
}
