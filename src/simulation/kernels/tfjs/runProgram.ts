import type { Instruction, Operation, Program } from "../../elementwise/program.js";
import type { Tensor, Tfjs } from "./tfjs.js";

type Apply = (tf: Tfjs, ...from: readonly [Tensor, Tensor, Tensor]) => Tensor;

/** 1 or 0 where a tensor of booleans holds or not. */
const indicator = (tf: Tfjs, condition: Tensor): Tensor => tf.cast(condition, "float32");

const operationsOnTensors: Readonly<Record<Exclude<Operation, "constant">, Apply>> = Object.freeze({
  add: (tf, x, y) => tf.add(x, y),
  subtract: (tf, x, y) => tf.sub(x, y),
  multiply: (tf, x, y) => tf.mul(x, y),
  divide: (tf, x, y) => tf.div(x, y),
  power: (tf, x, y) => tf.pow(x, y),
  negate: (tf, x) => tf.neg(x),
  absolute: (tf, x) => tf.abs(x),
  sign: (tf, x) => tf.sign(x),
  step: (tf, x) => indicator(tf, tf.greater(x, tf.zerosLike(x))),
  squareRoot: (tf, x) => tf.sqrt(x),
  cubeRoot: (tf, x) => tf.mul(tf.sign(x), tf.pow(tf.abs(x), tf.scalar(1 / 3, "float32"))),
  exp: (tf, x) => tf.exp(x),
  expm1: (tf, x) => tf.expm1(x),
  log: (tf, x) => tf.log(x),
  log1p: (tf, x) => tf.log1p(x),
  sin: (tf, x) => tf.sin(x),
  cos: (tf, x) => tf.cos(x),
  tan: (tf, x) => tf.tan(x),
  asin: (tf, x) => tf.asin(x),
  acos: (tf, x) => tf.acos(x),
  atan: (tf, x) => tf.atan(x),
  sinh: (tf, x) => tf.sinh(x),
  cosh: (tf, x) => tf.cosh(x),
  tanh: (tf, x) => tf.tanh(x),
  asinh: (tf, x) => tf.asinh(x),
  acosh: (tf, x) => tf.acosh(x),
  atanh: (tf, x) => tf.atanh(x),
  erf: (tf, x) => tf.erf(x),
  erfc: (tf, x) => tf.sub(tf.scalar(1, "float32"), tf.erf(x)),
  sigmoid: (tf, x) => tf.sigmoid(x),
  softplus: (tf, x) => tf.softplus(x),
  minimum: (tf, x, y) => tf.minimum(x, y),
  maximum: (tf, x, y) => tf.maximum(x, y),
  less: (tf, x, y) => indicator(tf, tf.less(x, y)),
  lessEqual: (tf, x, y) => indicator(tf, tf.lessEqual(x, y)),
  equal: (tf, x, y) => indicator(tf, tf.equal(x, y)),
  select: (tf, test, x, y) => tf.where(tf.notEqual(test, tf.zerosLike(test)), x, y),
});

/** Which registers an output needs. */
function live({ instructions }: Program, output: number): ReadonlySet<number> {
  const needed = new Set([output]);
  for (let k = instructions.length; k >= 1; k--) {
    if (needed.has(k)) for (const register of instructions[k - 1]!.from) needed.add(register);
  }
  return needed;
}

/** phi(x) or phi'(x) of every entry of x, in single precision. Constants are spread over the shape of x. To be called within `tidy`. */
export function runProgram(tf: Tfjs, program: Program, output: "value" | "derivative", x: Tensor): Tensor {
  const needed = live(program, program[output]);
  const registers: Tensor[] = [x];
  const write = ({ operation, from, value }: Instruction): Tensor => {
    if (operation === "constant") return tf.add(tf.zerosLike(x), tf.scalar(value!, "float32"));
    const [a, b, c] = from.map((register) => registers[register]!);
    return operationsOnTensors[operation](tf, a!, b!, c!);
  };
  for (const [k, instruction] of program.instructions.entries()) {
    registers.push(needed.has(k + 1) ? write(instruction) : x);
  }
  return registers[program[output]]!;
}
