/**
 * An activation on tensors. Its program goes through the same preparation as for WebAssembly: only what the output
 * needs, whole and half powers as products and roots, registers used again, so that a long program holds few tensors
 * at a time. Single precision, and no more than what a GPU promises: absolute errors of about 10 roundings (2^-24) of
 * 1 + the result in each operation where |x| < 8, erf included; expm1, log1p, sinh, tanh and asinh may lose relative
 * accuracy at small arguments.
 */
import { allocateRegisters } from "../../elementwise/allocateRegisters.js";
import { assertProgram } from "../../elementwise/assertProgram.js";
import { expandProgram } from "../../elementwise/expandProgram.js";
import type { Opcode } from "../../elementwise/opcodes.js";
import type { Program } from "../../elementwise/program.js";
import { sine } from "./sine.js";
import type { Tensor, Tfjs } from "./tfjs.js";
import { tidy } from "./tidy.js";

type Apply = (tf: Tfjs, x: Tensor, y: Tensor, z: Tensor) => Tensor;

const scalar = (tf: Tfjs, value: number): Tensor => tf.scalar(value, "float32");

/** 1 or 0 where a tensor of booleans holds or not. */
const indicator = (tf: Tfjs, condition: Tensor): Tensor => tf.cast(condition, "float32");

const operationsOnTensors: Readonly<Record<Opcode, Apply>> = Object.freeze({
  copy: (tf, x) => tf.clone(x),
  add: (tf, x, y) => tf.add(x, y),
  subtract: (tf, x, y) => tf.sub(x, y),
  multiply: (tf, x, y) => tf.mul(x, y),
  divide: (tf, x, y) => tf.div(x, y),
  power: (tf, x, y) => tf.pow(x, y),
  negate: (tf, x) => tf.neg(x),
  absolute: (tf, x) => tf.abs(x),
  sign: (tf, x) => tf.sign(x),
  // 1/2 at 0
  step: (tf, x) => tf.mul(tf.add(tf.sign(x), scalar(tf, 1)), scalar(tf, 0.5)),
  squareRoot: (tf, x) => tf.sqrt(x),
  cubeRoot: (tf, x) => tf.mul(tf.sign(x), tf.pow(tf.abs(x), scalar(tf, 1 / 3))),
  exp: (tf, x) => tf.exp(x),
  expm1: (tf, x) => tf.expm1(x),
  log: (tf, x) => tf.log(x),
  log1p: (tf, x) => tf.log1p(x),
  sin: (tf, x) => sine(tf, x, 0),
  cos: (tf, x) => sine(tf, x, 1),
  tan: (tf, x) => tf.div(sine(tf, x, 0), sine(tf, x, 1)),
  asin: (tf, x) => tf.asin(x),
  // a GPU's own acos is wrong by 3e-5
  acos: (tf, x) => tf.sub(scalar(tf, Math.PI / 2), tf.asin(x)),
  atan: (tf, x) => tf.atan(x),
  sinh: (tf, x) => tf.sinh(x),
  cosh: (tf, x) => tf.cosh(x),
  tanh: (tf, x) => tf.tanh(x),
  // odd by hand: where x is negative and large, log(x + sqrt(x^2 + 1)) cancels
  asinh: (tf, x) => tf.mul(tf.sign(x), tf.asinh(tf.abs(x))),
  acosh: (tf, x) => tf.acosh(x),
  atanh: (tf, x) => tf.atanh(x),
  erf: (tf, x) => tf.erf(x),
  erfc: (tf, x) => tf.sub(scalar(tf, 1), tf.erf(x)),
  sigmoid: (tf, x) => tf.sigmoid(x),
  softplus: (tf, x) => tf.softplus(x),
  minimum: (tf, x, y) => tf.minimum(x, y),
  maximum: (tf, x, y) => tf.maximum(x, y),
  less: (tf, x, y) => indicator(tf, tf.less(x, y)),
  lessEqual: (tf, x, y) => indicator(tf, tf.lessEqual(x, y)),
  equal: (tf, x, y) => indicator(tf, tf.equal(x, y)),
  select: (tf, test, x, y) => tf.where(tf.notEqual(test, tf.zerosLike(test)), x, y),
});

/** phi(x) or phi'(x) of every entry of x, a new tensor. */
export function runProgram(tf: Tfjs, program: Program, output: "value" | "derivative", x: Tensor): Tensor {
  assertProgram(program);
  const { steps, constants, result } = allocateRegisters(expandProgram(program, program[output]));
  return tidy(tf, () => {
    const numbers = constants.map((value) => scalar(tf, value));
    const registers: Tensor[] = [x];
    for (const { opcode, target, from } of steps) {
      const [a, b, c] = from.map((place) => (place < 0 ? numbers[-1 - place]! : registers[place]!));
      const written = tidy(tf, () => operationsOnTensors[opcode](tf, a!, b!, c!));
      registers[target]?.dispose();
      registers[target] = written;
    }
    const last = registers[result]!;
    // what only constants make is a single number
    return last.shape.length === x.shape.length ? tf.clone(last) : tf.add(tf.zerosLike(x), last);
  });
}
