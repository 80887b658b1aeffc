import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";

/** A number with an absolute error that arithmetic carries along, to first order, with the rounding of every step. */
export class Measured {
  readonly value: number;
  readonly error: number;

  constructor(value: number, error: number) {
    this.value = value;
    this.error = error;
  }

  static exactly(value: number): Measured {
    return new Measured(value, 0);
  }

  plus(other: Measured): Measured {
    const value = this.value + other.value;
    return new Measured(value, this.error + other.error + UNIT_ROUNDOFF * Math.abs(value));
  }

  minus(other: Measured): Measured {
    return this.plus(other.scaled(-1));
  }

  times(other: Measured): Measured {
    const value = this.value * other.value;
    const spread = Math.abs(this.value) * other.error + Math.abs(other.value) * this.error;
    return new Measured(value, spread + UNIT_ROUNDOFF * Math.abs(value));
  }

  over(other: Measured): Measured {
    const value = this.value / other.value;
    const spread = (this.error + Math.abs(value) * other.error) / Math.abs(other.value);
    return new Measured(value, spread + UNIT_ROUNDOFF * Math.abs(value));
  }

  /** By a factor known to a rounding or two. */
  scaled(factor: number): Measured {
    const value = factor * this.value;
    return new Measured(value, Math.abs(factor) * this.error + 2 * UNIT_ROUNDOFF * Math.abs(value));
  }
}
