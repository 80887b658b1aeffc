/** Functions of two arguments, two lanes at once; a stride is 16, or 0 where the argument is a constant. */
import { Opcode } from "./opcodes";
import { power } from "./power";
import { truth } from "./truth";

export function runBinary(opcode: i32, to: usize, end: usize, p: usize, pStep: usize, q: usize, qStep: usize): void {
  switch (opcode) {
    case Opcode.add: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, f64x2.add(x, y));
      }
      return;
    }
    case Opcode.subtract: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, f64x2.sub(x, y));
      }
      return;
    }
    case Opcode.multiply: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, f64x2.mul(x, y));
      }
      return;
    }
    case Opcode.divide: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, f64x2.div(x, y));
      }
      return;
    }
    case Opcode.power: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, power(x, y));
      }
      return;
    }
    case Opcode.minimum: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, f64x2.min(x, y));
      }
      return;
    }
    case Opcode.maximum: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, f64x2.max(x, y));
      }
      return;
    }
    case Opcode.less: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, truth(f64x2.lt(x, y)));
      }
      return;
    }
    case Opcode.lessEqual: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, truth(f64x2.le(x, y)));
      }
      return;
    }
    case Opcode.equal: {
      for (; to < end; to += 16, p += pStep, q += qStep) {
        const x = v128.load(p);
        const y = v128.load(q);
        v128.store(to, truth(f64x2.eq(x, y)));
      }
      return;
    }
  }
}
