/**
 * Numbers of the operations in encoded programs; assembly/elementwise/opcodes.ts has the same table. A constant operand
 * is read like a register, so that there is no operation for constants; powers with a whole or half exponent are
 * products.
 */
export const opcodes = Object.freeze({
  copy: 0,
  add: 1,
  subtract: 2,
  multiply: 3,
  divide: 4,
  power: 5,
  negate: 6,
  absolute: 7,
  sign: 8,
  step: 9,
  squareRoot: 10,
  cubeRoot: 11,
  exp: 12,
  expm1: 13,
  log: 14,
  log1p: 15,
  sin: 16,
  cos: 17,
  tan: 18,
  asin: 19,
  acos: 20,
  atan: 21,
  sinh: 22,
  cosh: 23,
  tanh: 24,
  asinh: 25,
  acosh: 26,
  atanh: 27,
  erf: 28,
  erfc: 29,
  sigmoid: 30,
  softplus: 31,
  minimum: 32,
  maximum: 33,
  less: 34,
  lessEqual: 35,
  equal: 36,
  select: 37,
});

export type Opcode = keyof typeof opcodes;
