/** What one instruction of a straight-line program may do; elementary heads come down to these. */
export type StraightLineOperation =
  | "constant"
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "power"
  | "negate"
  | "absolute"
  | "sign"
  | "step"
  | "squareRoot"
  | "cubeRoot"
  | "exp"
  | "expm1"
  | "log"
  | "log1p"
  | "sin"
  | "cos"
  | "tan"
  | "asin"
  | "acos"
  | "atan"
  | "sinh"
  | "cosh"
  | "tanh"
  | "asinh"
  | "acosh"
  | "atanh"
  | "erf"
  | "erfc"
  | "sigmoid"
  | "softplus"
  | "minimum"
  | "maximum"
  | "less"
  | "lessEqual"
  | "equal"
  | "select";

/** Reads registers and writes the next one: the k-th instruction writes register 1 + k; register 0 is x. */
export interface StraightLineInstruction {
  readonly operation: StraightLineOperation;
  readonly from: readonly number[];
  /** Of a `constant`. */
  readonly value?: number;
}

/** Values and slopes of a function as arithmetic without names, loops or branches; frozen plain data, safe as JSON. */
export interface StraightLineProgram {
  readonly instructions: readonly StraightLineInstruction[];
  /** The registers that hold phi(x) and phi'(x) at the end. */
  readonly value: number;
  readonly derivative: number;
}
