/**
 * Texts of strangers end up in this algebra: sizes whose answer would take minutes are refused with a RangeError that names
 * the size, before the work is done.
 */
function limit(largest: number, sentence: (size: string) => string): (size: number) => void {
  return (size) => {
    if (size <= largest) return;
    const shown = size < 1e15 ? String(Math.ceil(size)) : size.toExponential(0);
    throw new RangeError(`${sentence(shown)}: at most ${largest} are allowed`);
  };
}

/** Terms of one polynomial. */
export const maximalTerms = 200_000;
export const requireTerms = limit(maximalTerms, (size) => `a polynomial with ${size} or more terms`);

export const requireVariables = limit(100, (size) => `a polynomial in ${size} variables`);

/** The power of one variable. */
export const requireDegree = limit(100_000, (size) => `a polynomial of degree ${size}`);

/** 64-bit words of one coefficient; 1000 words are 19 000 digits. */
export const requireWords = limit(1000, (size) => `a whole number of about ${size} words of 64 bits`);

/** Elementary steps of one operation on coefficients: some seconds. */
export const requireSteps = limit(3e7, (size) => `an operation on polynomials with ${size} steps`);

/** Elementary steps modulo a prime, which are faster. */
export const requireModularSteps = limit(1e9, (size) => `a common divisor with ${size} steps`);
