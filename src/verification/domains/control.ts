import type { Domain } from "../../theorems/domain.js";
import { domainWords } from "./words.js";

/** How a parameter is set on a page; plain data. Ends that do not belong to the domain are moved inside. */
export interface Control {
  readonly kind: "slider" | "select" | "activation" | "matrix" | "vector";
  readonly doc: string;
  /** What is allowed, in words. */
  readonly domain: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Magnitudes over decades: move in the logarithm. */
  readonly logarithmic?: boolean;
  readonly options?: readonly string[];
  /** A number, or the name of the parameter that gives the size. */
  readonly size?: number | string;
  /** As `size`, of a matrix that is not square. */
  readonly rows?: number | string;
  readonly columns?: number | string;
}

const FARTHEST = 1e6;
const MANY = 1000;

function slider(domain: Extract<Domain, { set: "integer" | "real" }>, step: number): Omit<Control, "doc" | "domain"> {
  const [low, high] = [Math.max(domain.min, -FARTHEST), Math.min(domain.max, FARTHEST)];
  const margin = (high - low) / MANY;
  const open = domain.set === "real" ? domain.open : undefined;
  const min = open === "min" || open === "both" ? low + margin : low;
  const max = open === "max" || open === "both" ? high - margin : high;
  return { kind: "slider", min, max, step, logarithmic: min > 0 && max / min >= MANY };
}

/** What a page needs to show a control for a domain. */
export function controlOf(domain: Domain): Control {
  const said = { doc: domain.doc, domain: domainWords(domain) };
  switch (domain.set) {
    case "integer":
      return { ...said, ...slider(domain, 1) };
    case "real":
      return { ...said, ...slider(domain, (Math.min(domain.max, FARTHEST) - Math.max(domain.min, -FARTHEST)) / MANY) };
    case "choice":
      return { ...said, kind: "select", options: domain.of };
    case "activation":
      return { ...said, kind: "activation" };
    case "vector":
      return { ...said, kind: "vector", size: domain.length, min: domain.min, max: domain.max };
    case "matrix":
      return { ...said, kind: "matrix", rows: domain.rows, columns: domain.columns, min: domain.min, max: domain.max };
    case "stochastic":
      return { ...said, kind: "matrix", rows: domain.rows, columns: domain.columns, min: 0, max: 1 };
    case "symmetric":
    case "covariance":
      return { ...said, kind: "matrix", size: domain.size };
  }
}
