export interface ActivationOptions {
  /** What to call it; the text itself, or the function's name, by default. */
  readonly name?: string;
  /** The derivative of a plain function, when it is known exactly; text has its own. */
  readonly derivative?: (x: number) => number;
}
