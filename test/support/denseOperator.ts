/**
 * Dense second opinion on the spectra at the BSB1 fixed point, for B = 4..6 and eps = 0.
 *
 * Everything is integrated over the unit sphere of the hyperplane sum(x) = 0 with the whole vector phi(sqrt(B) x), no
 * symmetry of the operators used: with n = B - 1, y = sqrt(mu) r x, r^2 ~ chi^2_n,
 *
 *   forward   Delta -> G dV[Delta] G = (n / 2 mu) E[(G phi)(G phi)^T (x^T Delta x - tr(G Delta)/n)]
 *   backward  Pi -> E[J^T Pi J],  J = sqrt(B/mu)/r diag(phi') (G - x x^T),  E r^-2 = 1/(n - 2)
 *
 * as B^2 x B^2 matrices acting on row-major vec. Nothing here knows the eigenvalue formulas.
 */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";

export interface DenseActivation {
  readonly value: (x: number) => number;
  /** The derivative away from the kinks. */
  readonly derivative: (x: number) => number;
  /** Places where value or derivative is not analytic. */
  readonly kinks?: readonly number[];
}

export interface DenseOptions {
  /**
   * `cells`: the sphere cut by the walls x_i = 0, exponential for phi smooth or kinked at 0 only (the default there).
   * `angles`: one product rule in hyperspherical angles, no cut: a second opinion for smooth phi, and all there is for
   * kinks elsewhere, which it does not split.
   */
  readonly rule?: "cells" | "angles";
  /** Gauss-Legendre nodes in each direction. Default: by batch size and rule. */
  readonly nodes?: number;
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

export interface EigenvalueGroup {
  readonly value: number;
  readonly multiplicity: number;
  /** Largest minus smallest member: zero but for quadrature and rounding. */
  readonly width: number;
}

const CELL_NODES: Readonly<Record<number, number>> = { 4: 30, 5: 20, 6: 16 };
const ANGLE_NODES: Readonly<Record<number, number>> = { 4: 40, 5: 32, 6: 20 };
const OFF_NODES: Readonly<Record<number, number>> = { 4: 400, 5: 48, 6: 20 };

type Visit = (x: Float64Array, weight: number) => void;

/**
 * The two operators. Measured against two-sample integrals, default nodes, worst over q, c, mu and all eigenvalues:
 * 4e-11 (x + x^3, B = 6; 2e-14 at B = 4 and 5) over tanh, gelu, x + x^3, relu, leaky relu, abs and elu. Kinks elsewhere
 * are not split: 1.3e-4 for hardtanh at B = 4. Up to 2 s at B = 6, 0.1 s at B = 5.
 */
export function denseOperators(activation: DenseActivation, batch: number, options: DenseOptions = {}): DenseOperators {
  if (![4, 5, 6].includes(batch)) throw new RangeError(`denseOperators: batch ${batch}, want 4, 5 or 6`);
  const off = (activation.kinks ?? []).some((kink) => kink !== 0);
  const rule = options.rule ?? (off ? "angles" : "cells");
  if (rule === "cells") return sumSignCells(activation, batch, options.nodes ?? CELL_NODES[batch]!).finish();
  const sums = new SphereSums(activation, batch);
  visitAngles(batch, options.nodes ?? (off ? OFF_NODES : ANGLE_NODES)[batch]!, sums.add);
  return sums.finish();
}

/**
 * Eigenvalues of an operator on the symmetric matrices of the hyperplane (dimension B(B-1)/2), largest first, grouped
 * when closer than `tolerance`. The restriction of an S_B-equivariant operator is symmetric; a larger asymmetry throws.
 */
export function groupedEigenvalues(operator: Matrix, batch: number, tolerance: number): EigenvalueGroup[] {
  const basis = symmetricBasis(batch);
  const restricted = basis.transpose().mmul(operator).mmul(basis);
  const asymmetry = Matrix.sub(restricted, restricted.transpose()).abs().max();
  if (!(asymmetry <= tolerance)) throw new RangeError(`restricted operator is not symmetric: ${asymmetry}`);
  const decomposition = new EigenvalueDecomposition(restricted, { assumeSymmetric: true });
  const values = [...decomposition.realEigenvalues].sort((a, b) => b - a);
  const groups: number[][] = [];
  for (const value of values) {
    const last = groups.at(-1);
    if (last !== undefined && last[last.length - 1]! - value <= tolerance) last.push(value);
    else groups.push([value]);
  }
  return groups.map((members) => ({
    value: members.reduce((sum, value) => sum + value, 0) / members.length,
    multiplicity: members.length,
    width: members[0]! - members[members.length - 1]!,
  }));
}

/** The Rayleigh quotients of an operator on G, on L and on M, one matrix of each part: no eigenproblem. */
export function rayleighQuotients(operator: Matrix, batch: number): { G: number; L: number; M: number } {
  const centring = (i: number, j: number) => (i === j ? 1 : 0) - 1 / batch;
  const inG = (i: number, j: number) => centring(i, j);
  const inL = (i: number, j: number) => centring(i, 0) * centring(0, j) - centring(i, j) / batch;
  // Zero diagonal, zero row sums: the 4-cycle 0 -> 1 -> 2 -> 3 with alternating signs.
  const inM = (i: number, j: number) => (i < 4 && j < 4 && (i + j) % 2 === 1 ? ((i + j) % 4 === 1 ? 1 : -1) : 0);
  const quotient = (entry: (i: number, j: number) => number) => {
    const vec = Matrix.columnVector(
      Array.from({ length: batch * batch }, (_, k) => entry(Math.floor(k / batch), k % batch)),
    );
    return vec.transpose().mmul(operator).mmul(vec).get(0, 0) / vec.dot(vec);
  };
  return { G: quotient(inG), L: quotient(inL), M: quotient(inM) };
}

/** Gauss-Legendre on [-1, 1]: Newton from the Chebyshev guesses. */
export function gaussLegendre(count: number): { nodes: Float64Array; weights: Float64Array } {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let before = 1;
      let now = x;
      for (let k = 2; k <= count; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
      slope = (count * (x * now - before)) / (x * x - 1);
      x -= now / slope;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** Running sums of the moments that the two operators need, over any set of points. */
class SphereSums {
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

/** Product rule in hyperspherical angles of a Helmert basis: Gauss-Legendre in the polar angles, equal steps round. */
function visitAngles(batch: number, count: number, visit: Visit): void {
  const dimension = batch - 1;
  const { nodes, weights } = gaussLegendre(count);
  const frame = helmert(batch);
  const point = new Float64Array(dimension);
  const x = new Float64Array(batch);
  const around = 2 * count;
  const descend = (level: number, radius: number, weight: number): void => {
    if (level === dimension - 2) {
      for (let k = 0; k < around; k++) {
        const angle = (2 * Math.PI * (k + 0.5)) / around;
        point[level] = radius * Math.cos(angle);
        point[level + 1] = radius * Math.sin(angle);
        for (let i = 0; i < batch; i++) {
          let sum = 0;
          for (let j = 0; j < dimension; j++) sum += frame[j * batch + i]! * point[j]!;
          x[i] = sum;
        }
        visit(x, weight / around);
      }
      return;
    }
    for (let k = 0; k < count; k++) {
      const angle = (Math.PI / 2) * (1 + nodes[k]!);
      point[level] = radius * Math.cos(angle);
      descend(level + 1, radius * Math.sin(angle), weight * weights[k]! * Math.sin(angle) ** (dimension - 2 - level));
    }
  };
  descend(0, 1, 1);
}

/**
 * The sphere cut by all walls x_i = 0. In the cell with positive set P (p samples) and negative set N (m samples),
 * x ~ (u, -v) with u, v in the simplices sum u = sum v = 1: each cell is a product of two simplices and the uniform
 * measure is |(u, v)|^-n du dv with one constant for all cells. phi is analytic inside, so Gauss rules converge fast.
 * Cells of equal p differ by the names of the samples only: one is integrated, the others are renamed copies.
 */
function sumSignCells(activation: DenseActivation, batch: number, count: number): SphereSums {
  const rule = gaussLegendre(count);
  const all = new SphereSums(activation, batch);
  const samples = Array.from({ length: batch }, (_, i) => i);
  const x = new Float64Array(batch);
  const unit = new Float64Array(batch);
  for (let p = 1; p < batch; p++) {
    const cell = new SphereSums(activation, batch);
    visitSimplex(samples.slice(0, p), 1, rule, x, 1, (weightP) =>
      visitSimplex(samples.slice(p), -1, rule, x, weightP, (weight) => {
        let square = 0;
        for (let i = 0; i < batch; i++) square += x[i]! * x[i]!;
        const norm = Math.sqrt(square);
        for (let i = 0; i < batch; i++) unit[i] = x[i]! / norm;
        cell.add(unit, weight * norm ** (1 - batch));
      }),
    );
    for (let pattern = 1; pattern < 2 ** batch - 1; pattern++) {
      const positive = samples.filter((i) => (pattern >> i) & 1);
      if (positive.length !== p) continue;
      all.absorb(cell, [...positive, ...samples.filter((i) => !((pattern >> i) & 1))]);
    }
  }
  return all;
}

/** Collapsed (Duffy) coordinates: writes sign * u at `places` of x, u running over the simplex. */
function visitSimplex(
  places: readonly number[],
  sign: number,
  rule: { nodes: Float64Array; weights: Float64Array },
  x: Float64Array,
  start: number,
  visit: (weight: number) => void,
): void {
  const descend = (level: number, left: number, weight: number): void => {
    const remaining = places.length - 1 - level;
    const place = places[level]!;
    if (remaining === 0) {
      x[place] = sign * left;
      visit(weight);
      return;
    }
    for (let k = 0; k < rule.nodes.length; k++) {
      const share = (1 + rule.nodes[k]!) / 2;
      x[place] = sign * left * share;
      // What is left is a simplex of dimension remaining - 1 and side left (1 - share): its own volume element follows.
      descend(level + 1, left * (1 - share), weight * (rule.weights[k]! / 2) * left);
    }
  };
  descend(0, 1, start);
}

/** Rows: an orthonormal basis of the hyperplane sum = 0. */
function helmert(batch: number): Float64Array {
  const frame = new Float64Array((batch - 1) * batch);
  for (let j = 0; j < batch - 1; j++) {
    const scale = 1 / Math.sqrt((j + 1) * (j + 2));
    for (let i = 0; i <= j; i++) frame[j * batch + i] = scale;
    frame[j * batch + j + 1] = -(j + 1) * scale;
  }
  return frame;
}

/** Columns: an orthonormal basis of vec of the symmetric matrices with zero row sums, in R^(B^2). */
function symmetricBasis(batch: number): Matrix {
  const frame = helmert(batch);
  const columns: number[][] = [];
  for (let a = 0; a < batch - 1; a++) {
    for (let b = a; b < batch - 1; b++) {
      const column = new Array<number>(batch * batch);
      for (let i = 0; i < batch; i++) {
        for (let j = 0; j < batch; j++) {
          const ab = frame[a * batch + i]! * frame[b * batch + j]!;
          const ba = frame[b * batch + i]! * frame[a * batch + j]!;
          column[i * batch + j] = a === b ? ab : (ab + ba) / Math.SQRT2;
        }
      }
      columns.push(column);
    }
  }
  return new Matrix(columns).transpose();
}
