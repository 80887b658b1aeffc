/** Monomials as single whole numbers: mixed radix, first variable most significant, so that numbers sort like exponents. */
export interface Packing {
  readonly pack: (exponents: readonly number[]) => number;
  readonly unpack: (key: number) => readonly number[];
  /** All keys are less than this. */
  readonly size: number;
}

/** The packing of exponents up to the given ones; null when the numbers would not be exact. */
export function packing(highest: readonly number[]): Packing | null {
  const strides = highest.map(() => 1);
  let size = 1;
  for (let i = highest.length - 1; i >= 0; i--) {
    strides[i] = size;
    size *= highest[i]! + 1;
  }
  if (size > Number.MAX_SAFE_INTEGER) return null;
  return {
    size,
    pack: (exponents) => {
      let key = 0;
      for (let i = 0; i < strides.length; i++) key += exponents[i]! * strides[i]!;
      return key;
    },
    unpack: (key) => {
      const exponents: number[] = [];
      let rest = key;
      for (let i = 0; i < strides.length - 1; i++) {
        const exponent = Math.floor(rest / strides[i]!);
        exponents.push(exponent);
        rest -= exponent * strides[i]!;
      }
      if (strides.length > 0) exponents.push(rest);
      return exponents;
    },
  };
}
