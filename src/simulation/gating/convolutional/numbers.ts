/** Single precision in the WebAssembly kernels, double in the plain ones. */
export type Numbers = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A matrix product: rows x inner times inner x columns. */
export interface ProductShape {
  readonly rows: number;
  readonly columns: number;
  readonly inner: number;
  /** The left one is given as inner x rows. */
  readonly aTurned?: boolean;
  /** The right one is given as columns x inner. */
  readonly bTurned?: boolean;
}

export interface ConvolutionKernels {
  zeros(length: number): Numbers;
  /** out += a b, row-major. */
  addProduct(shape: ProductShape, a: Numbers, b: Numbers, out: Numbers): void;
}
