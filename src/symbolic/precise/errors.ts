/** The precision at hand does not decide what the evaluation must know (a sign, a branch, whether a divisor is 0): raise it. */
export class PrecisionError extends RangeError {
  override readonly name = "PrecisionError";
}
