/**
 * An activation as data: a straight line of operations on registers, which a backend runs on many numbers at once. Register
 * 0 holds the argument x; the k-th operation writes register 1 + k. No loops, no calls, no names: a program from a stranger's
 * text can do nothing but arithmetic, and takes the same time for every x.
 */

/** Operations and how many registers each one reads. */
export const operations = Object.freeze({
  constant: 0,
  add: 2,
  subtract: 2,
  multiply: 2,
  divide: 2,
  power: 2,
  negate: 1,
  absolute: 1,
  sign: 1,
  step: 1,
  squareRoot: 1,
  cubeRoot: 1,
  exp: 1,
  expm1: 1,
  log: 1,
  log1p: 1,
  sin: 1,
  cos: 1,
  tan: 1,
  asin: 1,
  acos: 1,
  atan: 1,
  sinh: 1,
  cosh: 1,
  tanh: 1,
  asinh: 1,
  acosh: 1,
  atanh: 1,
  erf: 1,
  erfc: 1,
  sigmoid: 1,
  softplus: 1,
  minimum: 2,
  maximum: 2,
  /** 1 where the relation holds, 0 elsewhere. */
  less: 2,
  lessEqual: 2,
  equal: 2,
  /** The second where the first is not 0, the third elsewhere. */
  select: 3,
});

export type Operation = keyof typeof operations;

export interface Instruction {
  readonly operation: Operation;
  /** Registers, each below the one that this instruction writes. */
  readonly from: readonly number[];
  /** Of a `constant`. */
  readonly value?: number;
}

export interface Program {
  readonly instructions: readonly Instruction[];
  /** The registers that hold phi(x) and phi'(x) at the end. */
  readonly value: number;
  readonly derivative: number;
}

/** An activation function as the simulator knows it: no formula, only what it does to a number. */
export interface Elementwise {
  /** For people. */
  readonly text: string;
  readonly value: (x: number) => number;
  /** Where phi jumps or has a kink: a one-sided or middle slope; a set of probability 0. */
  readonly derivative: (x: number) => number;
  /** null for a plain function: it cannot go to another thread or device, and runs one number at a time. */
  readonly program: Program | null;
}
