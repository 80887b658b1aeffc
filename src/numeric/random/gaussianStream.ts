/**
 * Independent standard Gaussians, a pure function of the key: state by Philox, bits by xoshiro256++, a ziggurat of 256 layers
 * with 53-bit points and the exact tail. The WebAssembly kernel draws the same numbers, bit for bit; old seeds keep theirs.
 */
import { portableExp } from "./portableExp.js";
import { portableLog } from "./portableLog.js";
import { type StreamKey, streamState } from "./streamState.js";
import { Xoshiro256 } from "./xoshiro256.js";
import { ziggurat, zigguratEdge } from "./ziggurat.js";

const { scale, inside, density } = /* @__PURE__ */ ziggurat();

export class GaussianStream {
  private readonly bits: Xoshiro256;

  /** Throws TheoryError for a key outside its domain. */
  constructor(key: StreamKey) {
    this.bits = new Xoshiro256(streamState(key));
  }

  /** Uniform on the 2^52 midpoints (k + 1/2) 2^-52: never 0, never 1. */
  uniform(): number {
    const { bits } = this;
    bits.step();
    return ((bits.high >>> 0) * 2 ** 20 + (bits.low >>> 12) + 0.5) * 2 ** -52;
  }

  /** One standard Gaussian. */
  next(): number {
    const { bits } = this;
    for (;;) {
      bits.step();
      // disjoint bits: 0 to 7 the layer, 8 the sign, 11 to 63 the point
      const layer = bits.low & 255;
      const point = (bits.high >>> 0) * 2 ** 21 + (bits.low >>> 11);
      const sign = 1 - ((bits.low >>> 7) & 2);
      const x = point * scale[layer]!;
      if (point < inside[layer]!) return sign * x;
      if (layer === 0) return sign * this.tail();
      const height = density[layer]! + this.uniform() * (density[layer + 1]! - density[layer]!);
      if (height < portableExp(-0.5 * x * x)) return sign * x;
    }
  }

  /** Fills the array with the next numbers and returns it. */
  fill(out: Float64Array): Float64Array {
    for (let i = 0; i < out.length; i++) out[i] = this.next();
    return out;
  }

  /** A half Gaussian beyond the edge r: r + x, x exponential of rate r, kept with probability exp(-x^2/2) (Marsaglia 1964). */
  private tail(): number {
    for (;;) {
      const x = -portableLog(this.uniform()) / zigguratEdge;
      const y = -portableLog(this.uniform());
      if (2 * y > x * x) return zigguratEdge + x;
    }
  }
}
