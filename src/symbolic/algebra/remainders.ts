import type { PrimeField } from "./modular.js";

/** Whole numbers known modulo more and more primes, by the Chinese remainder theorem. */
export class Remainders {
  #values: bigint[] = [];
  #modulus = 1n;

  /** The representatives of least absolute value. */
  get values(): readonly bigint[] {
    return this.#values;
  }

  /** True where all values are short against the modulus: then they are probably the true ones. */
  get plausible(): boolean {
    const bound = this.#modulus >> 10n;
    return this.#values.every((value) => value < bound && value > -bound);
  }

  /** Takes in the values modulo one more prime; true when nothing changed. */
  add(field: PrimeField, image: Float64Array): boolean {
    const prime = BigInt(field.prime);
    const next = this.#modulus * prime;
    const half = next >> 1n;
    const inverse = field.inverse(field.fromInteger(this.#modulus));
    let stable = this.#values.length > 0;
    if (!stable) this.#values = new Array<bigint>(image.length).fill(0n);
    for (let i = 0; i < image.length; i++) {
      const old = this.#values[i]!;
      const difference = field.subtract(image[i]!, old === 0n ? 0 : field.fromInteger(old));
      if (difference === 0) continue;
      stable = false;
      const value = old + this.#modulus * BigInt(field.multiply(difference, inverse));
      this.#values[i] = value > half ? value - next : value;
    }
    this.#modulus = next;
    return stable;
  }
}
