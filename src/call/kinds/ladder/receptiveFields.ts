/** "x = (p0,p1,p2,p3), lexicographic; beta1={p0,p1}, beta2={p2,p3}": how a table over binary inputs is ordered, and what its children see. */
import { domainError } from "../../../numeric/domain.js";

export interface ReceptiveFields {
  readonly pixels: number;
  /** Of each child: indices of pixels, in the order in which its content is read. */
  readonly children: readonly (readonly number[])[];
}

export const standardOrder = "x = (p0,p1,p2,p3), lexicographic; beta1={p0,p1}, beta2={p2,p3}";

const MOST_PIXELS = 16;

/** Throws a TheoryError where the text is none of that form. */
export function receptiveFields(parameter: string, text: string): ReceptiveFields {
  const refuse = (): never => {
    throw domainError(
      parameter,
      text,
      `a text such as "${standardOrder}"`,
      `Name at most ${MOST_PIXELS} pixels, p0 first.`,
    );
  };
  if (text.length > 1000) refuse();
  const [, list = "", rest = ""] = /^\s*x\s*=\s*\(([^()]*)\)\s*,\s*lexicographic\s*;(.*)$/s.exec(text) ?? refuse();
  const names = list.split(",").map((name) => name.trim());
  if (names.length > MOST_PIXELS || names.some((name, i) => name !== `p${i}`)) refuse();
  const fields = [...rest.matchAll(/\s*beta(\d+)\s*=\s*\{([^{}]*)\}\s*(?:,|$)/gy)];
  if (fields.length === 0 || fields.map(([whole]) => whole).join("") !== rest) refuse();
  const children = fields.map(([, number, pixels], i) => {
    const seen = pixels!.split(",").map((name) => names.indexOf(name.trim()));
    return Number(number) === i + 1 && !seen.includes(-1) ? seen : refuse();
  });
  return { pixels: names.length, children };
}
