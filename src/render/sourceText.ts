import { workText } from "../theorems/bibliography.js";
import type { Citation } from "../theorems/theorem.js";

/** "Theorem 8; eq. (25) (Yang, ...: A Mean Field Theory of Batch Normalization, ICLR 2019)". */
export function sourceText(source: readonly Citation[]): string {
  const works = [...new Set(source.map(workText))];
  const places = (work: string) => source.filter((citation) => workText(citation) === work).map(({ at }) => at);
  return works.map((work) => `${places(work).join("; ")} (${work})`).join("; ");
}
