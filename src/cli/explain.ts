import { isTheoryError, showPlace, type TheoryError } from "../errors.js";
import { printable } from "../render/printable.js";

const optionNames: Record<string, string> = {
  batch: "--batch",
  epsilon: "--epsilon",
  gamma: "--gamma",
  beta: "--beta",
  weightVariance: "--weight-variance",
  method: "--method",
  tolerance: "--tolerance",
  terms: "--terms",
  alpha: "--alpha",
  c: "--c",
  batches: "--batches",
  width: "--width",
  depth: "--depth",
};

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function theoryMessage(error: TheoryError): string {
  const { code, parameter, value, domain, remedy, place } = error.details;
  if (place !== undefined) {
    const shown = showPlace({ ...place, text: printable(place.text) });
    const lines = shown.split("\n").map((line) => `  ${line}`);
    return [printable(error.message), ...lines, printable(sentence(capital(remedy)))].join("\n");
  }
  const option = optionNames[parameter];
  if (code === "domain" && option !== undefined) {
    return printable(`${option} ${String(value)}: expected ${domain}. ${sentence(capital(remedy))}`);
  }
  // most messages have the domain and the remedy in them
  const domainSaid = error.message.includes(domain) ? "" : ` Possible: ${sentence(domain)}`;
  const remedySaid = error.message.includes(remedy) ? "" : ` ${sentence(capital(remedy))}`;
  return printable(sentence(error.message) + domainSaid + remedySaid);
}

/** What a user is told about bad input; null for what no input should cause. */
export function explain(error: unknown): string | null {
  if (isTheoryError(error)) return theoryMessage(error);
  return error instanceof Error && error.name === "UsageError" ? printable(error.message) : null;
}
