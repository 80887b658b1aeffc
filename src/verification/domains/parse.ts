import { domainError } from "../../numeric/domain.js";
import { activation } from "../../symbolic/activation/create.js";
import type { Domain } from "../../theorems/domain.js";
import type { ParameterValue } from "../point.js";
import { domainWords } from "./words.js";

const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A value from the text of a command-line flag: numbers; names; activations; "1,2,3" for a vector; "2,1;1,2" for a matrix.
 * Whether it lies in the domain, `validate` says. Throws a TheoryError for text that is no value at all.
 */
export function parseValue(name: string, domain: Domain, text: string): ParameterValue {
  const read = (part: string): number => {
    const trimmed = part.trim();
    if (!numberPattern.test(trimmed)) throw domainError(name, text, domainWords(domain), "Write numbers as 8 or 1e-3.");
    return Number(trimmed);
  };
  switch (domain.set) {
    case "integer":
    case "real":
      return read(text);
    case "choice":
      return text.trim();
    case "activation":
      return activation(text);
    case "vector":
      return text.split(",").map(read);
    case "matrix":
    case "stochastic":
    case "symmetric":
    case "covariance":
      return text.split(";").map((row) => row.split(",").map(read));
  }
}
