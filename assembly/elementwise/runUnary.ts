/** Functions of one argument, two lanes at once; `stride` is 16, or 0 where the argument is a constant. */
import { acosh, asinh, atanh } from "./areaFunctions";
import { erf, erfc } from "./errorFunctions";
import { cosh, exp, expm1, sigmoid, sinh, tanh } from "./exponential";
import { log, log1p, softplus } from "./logarithm";
import { Opcode } from "./opcodes";
import { circular } from "./trigonometric";
import { truth } from "./truth";

/** 0, -0 and NaN stay themselves. */
function sign(x: v128): v128 {
  const one = v128.or(v128.and(x, i64x2.splat(i64.MIN_VALUE)), f64x2.splat(1));
  return v128.bitselect(one, x, v128.or(f64x2.lt(x, f64x2.splat(0)), f64x2.gt(x, f64x2.splat(0))));
}

/** 1 above 0, 1/2 at 0, NaN for NaN. */
function step(x: v128): v128 {
  const zero = f64x2.splat(0);
  const value = v128.or(truth(f64x2.gt(x, zero)), v128.and(f64x2.eq(x, zero), f64x2.splat(0.5)));
  return v128.bitselect(value, x, f64x2.eq(x, x));
}

export function runUnary(opcode: i32, to: usize, end: usize, from: usize, stride: usize): void {
  switch (opcode) {
    case Opcode.copy: {
      for (; to < end; to += 16, from += stride) v128.store(to, v128.load(from));
      return;
    }
    case Opcode.negate: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, f64x2.neg(x));
      }
      return;
    }
    case Opcode.absolute: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, f64x2.abs(x));
      }
      return;
    }
    case Opcode.sign: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, sign(x));
      }
      return;
    }
    case Opcode.step: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, step(x));
      }
      return;
    }
    case Opcode.squareRoot: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, f64x2.sqrt(x));
      }
      return;
    }
    case Opcode.exp: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, exp(x));
      }
      return;
    }
    case Opcode.expm1: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, expm1(x));
      }
      return;
    }
    case Opcode.log: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, log(x));
      }
      return;
    }
    case Opcode.log1p: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, log1p(x));
      }
      return;
    }
    case Opcode.sin: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, circular(x, 0));
      }
      return;
    }
    case Opcode.cos: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, circular(x, 1));
      }
      return;
    }
    case Opcode.tan: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, circular(x, 2));
      }
      return;
    }
    case Opcode.sinh: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, sinh(x));
      }
      return;
    }
    case Opcode.cosh: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, cosh(x));
      }
      return;
    }
    case Opcode.tanh: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, tanh(x));
      }
      return;
    }
    case Opcode.asinh: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, asinh(x));
      }
      return;
    }
    case Opcode.acosh: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, acosh(x));
      }
      return;
    }
    case Opcode.atanh: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, atanh(x));
      }
      return;
    }
    case Opcode.erf: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, erf(x));
      }
      return;
    }
    case Opcode.erfc: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, erfc(x));
      }
      return;
    }
    case Opcode.sigmoid: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, sigmoid(x));
      }
      return;
    }
    case Opcode.softplus: {
      for (; to < end; to += 16, from += stride) {
        const x = v128.load(from);
        v128.store(to, softplus(x));
      }
      return;
    }
  }
}
