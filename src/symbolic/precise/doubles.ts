/** floor(log2 x) and 2^n read from the bits of a double: many times faster than Math.log2 and **. */
function bitsOfDoubles() {
  const view = new DataView(new ArrayBuffer(8));
  const exponentOf = (x: number): number => {
    view.setFloat64(0, x);
    return ((view.getUint32(0) >>> 20) & 0x7ff) - 1023;
  };
  const powers = Float64Array.from({ length: 2046 }, (_, i) => 2 ** (i - 1022));
  const powerOfTwo = (n: number): number => powers[n + 1022]!;
  return { exponentOf, powerOfTwo };
}

const bits = bitsOfDoubles();

/** floor(log2 |x|) of a normal double. */
export const exponentOf: (x: number) => number = bits.exponentOf;

/** 2^n for n of -1022 .. 1023. */
export const doublePower: (n: number) => number = bits.powerOfTwo;
