/** One term of an exponent: coefficient t^power L^logs with L = log(1/t), unbounded as t -> 0+. */
export interface ExponentTerm {
  readonly coefficient: number;
  readonly power: number;
  readonly logs: number;
}

/** A size as t -> 0+: t^power L^logs exp(sum of the exponent's terms), L = log(1/t). */
export interface Order {
  readonly exponent: readonly ExponentTerm[];
  readonly power: number;
  readonly logs: number;
}

const none: readonly ExponentTerm[] = Object.freeze([]);

export const order = (power: number, logs = 0, exponent = none): Order => ({ exponent, power, logs });

export const unit: Order = Object.freeze(order(0));

/** Smaller and larger than everything that is compared with them: exp(-+ t^-99), standing for exp(-+exp(1/t)) and beyond. */
export const vanishing: Order = Object.freeze(order(0, 0, [{ coefficient: -1, power: -99, logs: 0 }]));
export const huge: Order = Object.freeze(order(0, 0, [{ coefficient: 1, power: -99, logs: 0 }]));

const tolerance = 1e-10;

/** Sum of two exponents, largest term first; terms that cancel disappear. */
export function addExponents(
  a: readonly ExponentTerm[],
  b: readonly ExponentTerm[],
  sign = 1,
): readonly ExponentTerm[] {
  if (b.length === 0) return a;
  const all = [...a, ...b.map((term) => ({ ...term, coefficient: sign * term.coefficient }))];
  all.sort((u, v) => u.power - v.power || v.logs - u.logs);
  const sum: ExponentTerm[] = [];
  for (const term of all) {
    const last = sum.at(-1);
    if (last === undefined || Math.abs(last.power - term.power) > tolerance || last.logs !== term.logs) {
      sum.push(term);
      continue;
    }
    const coefficient = last.coefficient + term.coefficient;
    const scale = Math.abs(last.coefficient) + Math.abs(term.coefficient);
    sum.pop();
    if (Math.abs(coefficient) > tolerance * scale) sum.push({ ...last, coefficient });
  }
  return sum;
}

/** Sign of the difference of two exponents for small t: both lists have their largest terms first. */
function compareExponents(a: readonly ExponentTerm[], b: readonly ExponentTerm[]): number {
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [u, v] = [a[i], b[j]];
    if (v === undefined) return Math.sign(u!.coefficient);
    if (u === undefined) return -Math.sign(v.coefficient);
    const larger = Math.abs(u.power - v.power) > tolerance ? v.power - u.power : u.logs - v.logs;
    if (larger > 0) return Math.sign(u.coefficient);
    if (larger < 0) return -Math.sign(v.coefficient);
    const gap = u.coefficient - v.coefficient;
    if (Math.abs(gap) > tolerance * (Math.abs(u.coefficient) + Math.abs(v.coefficient))) return Math.sign(gap);
    i += 1;
    j += 1;
  }
  return 0;
}

/** Positive when a is the larger as t -> 0+, negative when the smaller, 0 when of the same order. */
export function compareOrders(a: Order, b: Order): number {
  if (a.exponent.length > 0 || b.exponent.length > 0) {
    const difference = compareExponents(a.exponent, b.exponent);
    if (difference !== 0) return difference;
  }
  if (Math.abs(a.power - b.power) > tolerance) return b.power - a.power;
  return a.logs - b.logs;
}

export function multiplyOrders(a: Order, b: Order): Order {
  const exponent = a.exponent.length + b.exponent.length === 0 ? none : addExponents(a.exponent, b.exponent);
  return { exponent, power: a.power + b.power, logs: a.logs + b.logs };
}

export function largerOrder(a: Order | null, b: Order | null): Order | null {
  if (a === null || b === null) return a ?? b;
  return compareOrders(a, b) >= 0 ? a : b;
}
