import { call, type Expression, integer } from "../expression.js";
import { rational } from "../rational.js";

/** A number in decimal notation, exactly: 0.1 is 1/10, 2.50e3 is 2500. */
export function exactNumber(digits: string): Expression {
  const [, whole = "", fraction = "", exponent = "0"] = /^(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(digits)!;
  const shift = Number(exponent) - fraction.length;
  const power = 10n ** BigInt(Math.abs(shift));
  const mantissa = BigInt(`${whole}${fraction}`);
  const { numerator, denominator } = shift >= 0 ? rational(mantissa * power) : rational(mantissa, power);
  return denominator === 1n ? integer(numerator) : call("Divide", integer(numerator), integer(denominator));
}
