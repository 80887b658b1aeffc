import type { Domain } from "../../theorems/domain.js";

const bound = (x: number) => (Number.isFinite(x) ? String(x) : x > 0 ? "inf" : "-inf");

const covariances = {
  psd: "positive semidefinite",
  definite: "positive definite",
  bsb1: "q on the diagonal, q c off it",
};

const activationClasses = {
  any: "any activation",
  smooth: "an analytic activation",
  polynomial: "a polynomial",
  homogeneous: "a positively homogeneous activation of degree above 1/2",
  kinked: "a piecewise analytic activation without jumps",
};

/** What a domain contains, in words: "an integer from 4 to 64". */
export function domainWords(domain: Domain): string {
  switch (domain.set) {
    case "integer":
      return `an integer from ${bound(domain.min)} to ${bound(domain.max)}`;
    case "real": {
      const { min, max, open } = domain;
      const left = open === "min" || open === "both" ? "above" : "from";
      const right = open === "max" || open === "both" ? "below" : "to";
      return `a number ${left} ${bound(min)}${left === "above" ? " and" : ""} ${right} ${bound(max)}`;
    }
    case "choice":
      return `one of ${domain.of.join(", ")}`;
    case "activation":
      return activationClasses[domain.class];
    case "vector":
      return `${domain.length} numbers from ${bound(domain.min)} to ${bound(domain.max)}`;
    case "matrix":
      return `a matrix of ${domain.rows} x ${domain.columns} numbers from ${bound(domain.min)} to ${bound(domain.max)}`;
    case "stochastic":
      return `${domain.rows} rows of ${domain.columns} probabilities that sum to 1`;
    case "symmetric":
      return `a symmetric ${domain.size} x ${domain.size} matrix`;
    case "covariance":
      return `a ${domain.size} x ${domain.size} covariance, ${covariances[domain.class]}`;
  }
}
