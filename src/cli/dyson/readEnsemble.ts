import { inputErrorOf } from "../../call/inputErrorOf.js";
import { nearNames } from "../../call/nearNames.js";
import type { DysonEquation } from "../../theory/landscape/dyson/dysonEquation.js";
import type { DysonOptions } from "../../theory/landscape/dyson/dysonSolution.js";
import { supportBound } from "../../theory/landscape/dyson/spectrum/supportBound.js";
import { UsageError } from "../usageError.js";
import { ensembleNames, ensembles } from "./ensembles.js";

export interface EnsembleRequest {
  readonly name: string;
  readonly equation: DysonEquation;
  readonly energies: readonly number[];
  readonly options: DysonOptions;
}

interface Given {
  readonly energies?: readonly number[] | { readonly from: number; readonly to: number; readonly points: number };
  readonly eta?: number;
  readonly method?: NonNullable<DysonOptions["method"]>;
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

const USUAL_POINTS = 41;
const help = "docs/dyson.md describes the file; theoria dyson --example <ensemble> prints one.";

/** Evenly spaced, both ends too. */
const spaced = (from: number, to: number, points: number): number[] =>
  Array.from({ length: points }, (_, k) => (k === points - 1 ? to : from + ((to - from) * k) / (points - 1)));

function nameOf(file: string, request: unknown): string {
  const isObject = typeof request === "object" && request !== null && !Array.isArray(request);
  if (!isObject)
    throw new UsageError(`${file}: expected an object such as {"ensemble": "chiral", "ratio": 0.5}. ${help}`);
  const { ensemble } = request as { readonly ensemble?: unknown };
  if (typeof ensemble === "string" && Object.hasOwn(ensembles, ensemble)) return ensemble;
  const shown =
    ensemble === undefined ? '"ensemble" is missing' : `ensemble = ${JSON.stringify(ensemble)?.slice(0, 60)}`;
  const near = typeof ensemble === "string" ? nearNames(ensemble, ensembleNames) : [];
  const hint = near.length > 0 ? ` Is ${near.join(" or ")} meant?` : "";
  throw new UsageError(`${file}: ${shown}: expected one of ${ensembleNames.join(", ")}.${hint} ${help}`);
}

/** The equation and what is asked of it. Throws a UsageError for what the file gets wrong, a TheoryError for what the theory refuses. */
export function readEnsemble(file: string, request: unknown): EnsembleRequest {
  const name = nameOf(file, request);
  const { schema, equation: make } = ensembles[name]!;
  const parsed = schema.safeParse(request);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new UsageError(`${file}: ${inputErrorOf(issue, request, Object.keys(schema.shape), help).message}`);
  }
  const equation = make(parsed.data as never);
  const { energies, eta, method, tolerance, maxIterations } = parsed.data as Given;
  return {
    name,
    equation,
    energies: energiesOf(equation, energies),
    options: {
      ...(eta === undefined ? {} : { eta }),
      ...(method === undefined ? {} : { method }),
      ...(tolerance === undefined ? {} : { tolerance }),
      ...(maxIterations === undefined ? {} : { maxIterations }),
    },
  };
}

function energiesOf(equation: DysonEquation, given: Given["energies"]): readonly number[] {
  if (given !== undefined) return "from" in given ? spaced(given.from, given.to, given.points) : given;
  const { low, high } = supportBound(equation);
  return low === high ? [low] : spaced(low, high, USUAL_POINTS);
}
