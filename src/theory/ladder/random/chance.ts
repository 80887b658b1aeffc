/** Small draws from one stream of random numbers. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";

export class Chance {
  private readonly stream: GaussianStream;

  /** Throws TheoryError unless the seed is an integer in [0, 2^53). Different `draw`s of a seed are independent. */
  constructor(seed: number, draw = 0) {
    this.stream = new GaussianStream({ seed, sample: 0, draw });
  }

  /** Uniform on (0, 1). */
  uniform(): number {
    return this.stream.uniform();
  }

  /** One standard Gaussian. */
  gaussian(): number {
    return this.stream.next();
  }

  /** Uniform on low .. high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor((high - low + 1) * this.stream.uniform());
  }

  /** A probability vector: each entry is zero with probability `zeros`, but not all of them are. */
  probabilities(count: number, zeros = 0): readonly number[] {
    const sure = this.integer(0, count - 1);
    const masses = Array.from({ length: count }, (_, at) => {
      const mass = this.uniform();
      return this.uniform() < zeros && at !== sure ? 0 : mass;
    });
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    return masses.map((mass) => mass / total);
  }
}
