import { printable } from "../../render/printable.js";

const LONGEST = 40;

/** What a reader typed, for a legend: one line, cut where it is long. */
export function shortText(text: string): string {
  const plain = printable(text.trim());
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1)}…`;
}
