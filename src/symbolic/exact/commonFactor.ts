import { coefficientsIn, type Polynomial } from "../algebra/polynomial.js";
import type { RationalFunction } from "../algebra/rationalFunction.js";
import type { Atoms } from "./exact.js";

/** The largest prime below 2^26: products of residues are exact doubles; 3 modulo 4, so square roots are powers. */
const modulus = 67108859;
const mostDraws = 256;

function powerMod(base: number, exponent: number): number {
  let [result, square, rest] = [1, base, exponent];
  for (; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

const inverseMod = (a: number) => powerMod(a, modulus - 2);

/** A square root, null for a non-residue. */
function rootMod(a: number): number | null {
  const root = powerMod(a, (modulus + 1) / 4);
  return (root * root) % modulus === a ? root : null;
}

/**
 * Residues for variables, drawn one after the other; roots are roots of what is inside. Null where that is no square.
 */
class Point {
  private readonly values = new Map<string, number | null>();

  constructor(
    private readonly atoms: Atoms,
    private state: number,
  ) {}

  value(p: Polynomial): number | null {
    let total = 0;
    for (const { exponents, coefficient } of p.terms) {
      let product = Number(((coefficient % BigInt(modulus)) + BigInt(modulus)) % BigInt(modulus));
      for (const [i, name] of p.variables.entries()) {
        const own = this.variable(name);
        if (own === null) return null;
        product = (product * powerMod(own, exponents[i]!)) % modulus;
      }
      total = (total + product) % modulus;
    }
    return total;
  }

  private variable(name: string): number | null {
    const known = this.values.get(name);
    if (known !== undefined) return known;
    const atom = this.atoms[name];
    let value: number | null;
    if (atom?.kind === "root") {
      const radicand = atom.degree === 2 ? this.value(atom.radicand) : null;
      value = radicand === null ? null : rootMod(radicand);
    } else {
      this.state = (this.state * 40503 + 12345) % modulus;
      value = this.state;
    }
    this.values.set(name, value);
    return value;
  }
}

function gcdDegree(a: readonly number[], b: readonly number[]): number {
  if (b.length === 0) return a.length - 1;
  const rest = [...a];
  const inverse = inverseMod(b[b.length - 1]!);
  for (let shift = a.length - b.length; shift >= 0; shift--) {
    const factor = (rest[shift + b.length - 1]! * inverse) % modulus;
    for (const [i, c] of b.entries())
      rest[shift + i] = (rest[shift + i]! - ((factor * c) % modulus) + modulus) % modulus;
  }
  let length = b.length - 1;
  while (length > 0 && rest[length - 1] === 0) length -= 1;
  return gcdDegree(b, rest.slice(0, length));
}

/**
 * Whether the two parts of a fraction with square roots seem to have a common factor in which the variable occurs, over
 * the field with the roots: their greatest common divisor at a random point modulo a prime. False is right but for
 * fractions with higher roots or radicands with the variable; true is right but for a chance of about 10^-6.
 */
export function seemsToCancel({ numerator, denominator }: RationalFunction, name: string, atoms: Atoms): boolean {
  const [top, bottom] = [numerator, denominator].map((p) => coefficientsIn(p, name));
  if (top!.length < 2 || bottom!.length < 2) return false;
  const isInside = Object.values(atoms).some((atom) => atom.kind === "root" && atom.radicand.variables.includes(name));
  if (isInside) return false;
  for (let draw = 1; draw <= mostDraws; draw++) {
    const point = new Point(atoms, draw * 7919);
    const [a, b] = [top!, bottom!].map((list) => list.map((c) => point.value(c)));
    if ([...a!, ...b!].includes(null) || a!.at(-1) === 0 || b!.at(-1) === 0) continue;
    return gcdDegree(a as number[], b as number[]) > 0;
  }
  return false;
}
