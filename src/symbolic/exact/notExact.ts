import type { Expression } from "../expression.js";
import { text } from "../format/text.js";

const longest = 120;

function shown(expression: Expression): string {
  try {
    const full = text(expression);
    return full.length > longest ? `${full.slice(0, longest)}...` : full;
  } catch {
    // too deep to be written
    return expression.head;
  }
}

/** An expression, or a part of it, has no exact normal form; `expression` is the smallest such part. */
export class NotExact extends RangeError {
  override readonly name = "NotExact";
  readonly expression: Expression;
  readonly reason: string;

  constructor(expression: Expression, reason: string) {
    super(`${shown(expression)}: ${reason}`);
    this.expression = expression;
    this.reason = reason;
  }
}
