/** A positively homogeneous function: right x^exponent for x > 0, left |x|^exponent for x < 0. */
export interface Branches {
  readonly right: number;
  readonly left: number;
  readonly exponent: number;
}

export interface HomogeneousForm {
  readonly alpha: number;
  readonly p: number;
  readonly m: number;
}

/** phi(x) = p x_+^alpha - m x_-^alpha. */
export const branchesOf = ({ alpha, p, m }: HomogeneousForm): Branches => ({ right: p, left: -m, exponent: alpha });

/** phi'. */
export const slopeBranches = ({ alpha, p, m }: HomogeneousForm): Branches => ({
  right: alpha * p,
  left: alpha * m,
  exponent: alpha - 1,
});

/** x^power f(x). */
export const timesPower = ({ right, left, exponent }: Branches, power: number): Branches => ({
  right,
  left: power % 2 === 0 ? left : -left,
  exponent: exponent + power,
});

/** f(x) g(x). */
export const productOf = (f: Branches, g: Branches): Branches => ({
  right: f.right * g.right,
  left: f.left * g.left,
  exponent: f.exponent + g.exponent,
});
