import { Opcode } from "./opcodes";
import { runBinary } from "./runBinary";
import { runScalar } from "./runScalar";
import { runUnary } from "./runUnary";

/**
 * Runs an encoded straight-line program on a block of numbers, one loop over the block per instruction.
 *
 * Layout (written by src/simulation/elementwise/encodeProgram.ts; `EncodedProgram` there has all four facts):
 *   code       byte address, a multiple of 16: `count` instructions of 16 bytes, then the constants, 16 bytes each.
 *   instruction  eight i16: opcode, target register, operands a, b, c, three zeros. An operand o >= 0 is register o;
 *              o < 0 is constant -1 - o, held twice (both lanes) at code + 16 count + 16 (-1 - o).
 *   registers  byte address, a multiple of 16: register k is the `length` doubles at registers + 8 k length.
 *              The caller reserves 8 * encoded.registers * length bytes (register 0 counts).
 *   length     numbers in a block: even, at least 2 (up to 256 keeps the registers in the L1 cache). Fill the unused
 *              lane of an odd rest with any finite number, such as 0.
 *
 * Accuracy: worst error measured over 3000 arguments each against 60 digits and more, in units of the last place: exp
 * 0.9, expm1 1.9, log 0.8, log1p 0.8, sin 0.8, cos 0.8, tan 1.8, sinh 2.1, cosh 1.3, tanh 2.4, erf 3.1, erfc 2.8,
 * sigmoid 1.9, softplus 2.1, power 1.2 (2.8 where y log x reaches 700), asin, acos, atan, cbrt 0.8, asinh, acosh, atanh
 * 1.6; whole powers by products half an ulp a factor. Zeros with their sign, infinities, NaN, subnormal and huge
 * numbers are those of Math; powers beyond e^+-706 are squares of half powers, so that the largest double to the power
 * 1 is infinite.
 *
 * Use: put x into register 0, call, and read register `encoded.result`. Register 0 is never written, and `result` is 0
 * with count 0 where the output is x itself. Every lane is computed by itself: the same x gives the same bits in any
 * block.
 */
export function runProgram(code: usize, count: i32, registers: usize, length: i32): void {
  const bytes = (<usize>length) << 3;
  const constants = code + ((<usize>count) << 4);
  for (let i = 0; i < count; i++, code += 16) {
    const opcode = <i32>load<i16>(code);
    const target = registers + <usize>load<i16>(code, 2) * bytes;
    const a = <i32>load<i16>(code, 4);
    const from = addressOf(a, registers, bytes, constants);
    const step = stepOf(a);
    if (opcode === Opcode.select) choose(code, target, registers, bytes, constants);
    else if (isBinary(opcode)) {
      const b = <i32>load<i16>(code, 6);
      runBinary(opcode, target, target + bytes, from, step, addressOf(b, registers, bytes, constants), stepOf(b));
    } else if (isScalar(opcode)) runScalar(opcode, target, target + bytes, from, step);
    else runUnary(opcode, target, target + bytes, from, step);
  }
}

function addressOf(operand: i32, registers: usize, bytes: usize, constants: usize): usize {
  return operand >= 0 ? registers + <usize>operand * bytes : constants + ((<usize>(-1 - operand)) << 4);
}

/** A constant is read again and again. */
function stepOf(operand: i32): usize {
  return operand >= 0 ? 16 : 0;
}

function isBinary(opcode: i32): bool {
  return (opcode >= Opcode.add && opcode <= Opcode.power) || (opcode >= Opcode.minimum && opcode <= Opcode.equal);
}

/** Rare functions, one lane at a time. */
function isScalar(opcode: i32): bool {
  return opcode === Opcode.cubeRoot || (opcode >= Opcode.asin && opcode <= Opcode.atan);
}

/** The second where the first is not 0 (NaN is not 0), the third elsewhere. */
function choose(code: usize, to: usize, registers: usize, bytes: usize, constants: usize): void {
  const a = <i32>load<i16>(code, 4);
  const b = <i32>load<i16>(code, 6);
  const c = <i32>load<i16>(code, 8);
  let test = addressOf(a, registers, bytes, constants);
  let then = addressOf(b, registers, bytes, constants);
  let otherwise = addressOf(c, registers, bytes, constants);
  const end = to + bytes;
  for (; to < end; to += 16) {
    const mask = f64x2.ne(v128.load(test), f64x2.splat(0));
    v128.store(to, v128.bitselect(v128.load(then), v128.load(otherwise), mask));
    test += stepOf(a);
    then += stepOf(b);
    otherwise += stepOf(c);
  }
}
