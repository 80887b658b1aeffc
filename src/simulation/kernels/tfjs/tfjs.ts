/** The part of TensorFlow.js that the backend uses: any of its namespaces (core, node, node-gpu) fits. */

export interface Tensor {
  readonly shape: readonly number[];
  data(): Promise<ArrayLike<number>>;
  dispose(): void;
}

type Unary = (x: Tensor) => Tensor;
type Binary = (x: Tensor, y: Tensor) => Tensor;

export interface Tfjs {
  tensor(values: Float32Array, shape: number[], dtype: "float32"): Tensor;
  scalar(value: number, dtype: "float32"): Tensor;
  /** Returns what `compute` returns; see `tidy`, which knows the type. */
  tidy(compute: () => void): unknown;
  cast(x: Tensor, dtype: "float32"): Tensor;
  reshape(x: Tensor, shape: number[]): Tensor;
  slice(x: Tensor, begin: number[], size: number[]): Tensor;
  matMul(x: Tensor, y: Tensor, transposeX?: boolean, transposeY?: boolean): Tensor;
  mean(x: Tensor, axis: number, keepDims: boolean): Tensor;
  where(condition: Tensor, x: Tensor, y: Tensor): Tensor;
  readonly clone: Unary;
  readonly zerosLike: Unary;
  readonly add: Binary;
  readonly sub: Binary;
  readonly mul: Binary;
  readonly div: Binary;
  readonly pow: Binary;
  readonly minimum: Binary;
  readonly maximum: Binary;
  readonly less: Binary;
  readonly lessEqual: Binary;
  readonly equal: Binary;
  readonly greater: Binary;
  readonly notEqual: Binary;
  readonly neg: Unary;
  readonly abs: Unary;
  readonly sign: Unary;
  readonly floor: Unary;
  readonly sqrt: Unary;
  readonly square: Unary;
  readonly exp: Unary;
  readonly expm1: Unary;
  readonly log: Unary;
  readonly log1p: Unary;
  readonly asin: Unary;
  readonly atan: Unary;
  readonly sinh: Unary;
  readonly cosh: Unary;
  readonly tanh: Unary;
  readonly asinh: Unary;
  readonly acosh: Unary;
  readonly atanh: Unary;
  readonly erf: Unary;
  readonly sigmoid: Unary;
  readonly softplus: Unary;
}

/**
 * A namespace of TensorFlow.js as its own declarations describe it: the same names and results; its functions take
 * more than is asked of them here.
 */
export type TfjsNamespace = {
  readonly [Name in keyof Tfjs]: Tfjs[Name] extends (...from: never) => infer Result
    ? (...from: never) => Result
    : never;
};
