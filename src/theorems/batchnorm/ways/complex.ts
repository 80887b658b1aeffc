/** Complex arithmetic in doubles, principal powers. */
export class Complex {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {}

  plus(other: Complex | number): Complex {
    return typeof other === "number"
      ? new Complex(this.re + other, this.im)
      : new Complex(this.re + other.re, this.im + other.im);
  }

  times(other: Complex | number): Complex {
    return typeof other === "number"
      ? new Complex(this.re * other, this.im * other)
      : new Complex(this.re * other.re - this.im * other.im, this.re * other.im + this.im * other.re);
  }

  inverse(): Complex {
    const square = this.re * this.re + this.im * this.im;
    return new Complex(this.re / square, -this.im / square);
  }

  power(exponent: number): Complex {
    const size = Math.hypot(this.re, this.im) ** exponent;
    const angle = Math.atan2(this.im, this.re) * exponent;
    return new Complex(size * Math.cos(angle), size * Math.sin(angle));
  }

  exp(): Complex {
    const size = Math.exp(this.re);
    return new Complex(size * Math.cos(this.im), size * Math.sin(this.im));
  }
}
