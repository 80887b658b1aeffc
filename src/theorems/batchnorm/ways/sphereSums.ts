import { Matrix } from "ml-matrix";

export interface DenseActivation {
  readonly value: (x: number) => number;
  /** The derivative away from the kinks. */
  readonly derivative: (x: number) => number;
  /** Places where value or derivative is not analytic. */
  readonly kinks?: readonly number[];
}

export interface DenseOperators {
  readonly batch: number;
  /** V_11, V_12/V_11 and V_11 - V_12 by the same quadrature. */
  readonly q: number;
  readonly c: number;
  readonly mu: number;
  /** B^2 x B^2, row-major vec. */
  readonly forward: Matrix;
  readonly backward: Matrix;
  /** Points of the sphere that the sums stand for. */
  readonly points: number;
}

/** What is done at a point of the unit sphere of the hyperplane. */
export type Visit = (x: Float64Array, weight: number) => void;

/** Running sums of the moments that the two operators need, over any set of points. */
export class SphereSums {
  private readonly size: number;
  private readonly gram: Float64Array;
  private readonly products: Float64Array;
  private readonly jacobians: Float64Array;
  private readonly phi: Float64Array;
  private readonly centred: Float64Array;
  private readonly jacobian: Float64Array;
  private readonly quadratic: Float64Array;
  private mass = 0;
  private points = 0;

  constructor(
    private readonly activation: DenseActivation,
    private readonly batch: number,
  ) {
    this.size = batch * batch;
    this.gram = new Float64Array(this.size);
    this.products = new Float64Array(this.size * this.size);
    this.jacobians = new Float64Array(this.size * this.size);
    this.phi = new Float64Array(batch);
    this.centred = new Float64Array(batch);
    this.jacobian = new Float64Array(this.size);
    this.quadratic = new Float64Array(this.size);
  }

  readonly add: Visit = (x, weight) => {
    const { batch, phi, centred, quadratic, jacobian, gram } = this;
    const scale = Math.sqrt(batch);
    let mean = 0;
    for (let i = 0; i < batch; i++) {
      const value = this.activation.value(scale * x[i]!);
      phi[i] = value;
      mean += value / batch;
    }
    for (let i = 0, at = 0; i < batch; i++) {
      const slope = this.activation.derivative(scale * x[i]!);
      centred[i] = phi[i]! - mean;
      for (let j = 0; j < batch; j++, at++) {
        const centring = (i === j ? 1 : 0) - 1 / batch;
        jacobian[at] = slope * (centring - x[i]! * x[j]!);
        quadratic[at] = x[i]! * x[j]! - centring / (batch - 1);
        gram[at]! += weight * phi[i]! * phi[j]!;
      }
    }
    this.mass += weight;
    this.points++;
    this.addProducts(weight);
    this.addJacobians(weight);
  };

  /** products[(i,j),(k,l)] = E[(G phi)_i (G phi)_j (x_k x_l - G_kl / n)]. */
  private addProducts(weight: number): void {
    const { batch, size, centred, products, quadratic } = this;
    for (let i = 0, at = 0; i < batch; i++) {
      for (let j = 0; j < batch; j++) {
        const left = weight * centred[i]! * centred[j]!;
        for (let k = 0; k < size; k++, at++) products[at]! += left * quadratic[k]!;
      }
    }
  }

  /** jacobians[(k,l),(a,b)] = E[J_ka J_lb] without the radial factor: the adjoint of the backward operator. */
  private addJacobians(weight: number): void {
    const { batch, jacobian, jacobians } = this;
    for (let k = 0, at = 0; k < batch; k++) {
      for (let l = 0; l < batch; l++) {
        for (let a = 0; a < batch; a++) {
          const left = weight * jacobian[k * batch + a]!;
          for (let b = 0; b < batch; b++, at++) jacobians[at]! += left * jacobian[l * batch + b]!;
        }
      }
    }
  }

  /** Adds the sums of `other` with sample i renamed to names[i]. */
  absorb(other: SphereSums, names: readonly number[]): void {
    const { batch, size } = this;
    const pair = Array.from({ length: size }, (_, k) => names[Math.floor(k / batch)]! * batch + names[k % batch]!);
    for (let i = 0; i < size; i++) {
      this.gram[pair[i]!]! += other.gram[i]!;
      for (let k = 0; k < size; k++) {
        const to = pair[i]! * size + pair[k]!;
        this.products[to]! += other.products[i * size + k]!;
        this.jacobians[to]! += other.jacobians[i * size + k]!;
      }
    }
    this.mass += other.mass;
    this.points += other.points;
  }

  finish(): DenseOperators {
    const { batch, size, mass } = this;
    let diagonal = 0;
    let total = 0;
    for (let i = 0; i < size; i++) {
      total += this.gram[i]! / mass;
      if (i % (batch + 1) === 0) diagonal += this.gram[i]! / mass;
    }
    const q = diagonal / batch;
    const offDiagonal = (total - diagonal) / (batch * (batch - 1));
    const mu = q - offDiagonal;
    const forward = Matrix.from1DArray(size, size, this.products).mul((batch - 1) / (2 * mu * mass));
    const adjoint = Matrix.from1DArray(size, size, this.jacobians).mul(batch / (mu * (batch - 3) * mass));
    return { batch, q, c: offDiagonal / q, mu, forward, backward: adjoint.transpose(), points: this.points };
  }
}
