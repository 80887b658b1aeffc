/** `theoria activation`: what is known about an activation, and how. */
import type { ActivationFacts, Breakpoint, Evidence, Growth } from "../symbolic/activation/activation.js";
import { showNumber } from "./number.js";
import type { Report } from "./report.js";
import { type Column, code, type Row, type Sheet, text } from "./sheet.js";
import { wrap } from "./wrap.js";

export interface ActivationResult {
  readonly activation: string;
  /** The derivative where it exists, as text; null for a plain function. */
  readonly derivative: string | null;
  readonly facts: ActivationFacts;
  /** What "auto" picks. */
  readonly routes: readonly { readonly batch: number; readonly method: string }[];
}

interface Line {
  readonly fact: string;
  readonly said: string;
  readonly evidence: Evidence | "";
}

const columns: readonly Column[] = [
  { title: "fact", tex: "fact", align: "left" },
  { title: "value", tex: "value", align: "left" },
  { title: "evidence", tex: "evidence", align: "left" },
];

const show = (x: number) => showNumber(x, 8);

function growthText(growth: Growth): string {
  switch (growth.kind) {
    case "bounded":
      return "bounded";
    case "polynomial":
      return `at most like |x|^${show(growth.degree)}`;
    case "exponential":
      return `at most like exp(${show(growth.rate)} |x|)`;
    case "gaussian":
      return `at most like exp(${show(growth.coefficient)} x^2)`;
  }
}

function breakpointText({ at, valueJump, slopeJump, exponent }: Breakpoint): string {
  const place = `x = ${show(at)}`;
  if (valueJump !== 0) return `${place}: the value jumps by ${show(valueJump)}`;
  if (slopeJump !== 0) {
    const by = Number.isFinite(slopeJump) ? `jumps by ${show(slopeJump)}` : "is unbounded";
    return `${place}: the slope ${by}`;
  }
  return `${place}: smooth but for a term |x - at|^${show(exponent)}`;
}

function breakpointLines({ breakpoints, window }: ActivationFacts, proved: Evidence): Line[] {
  if (breakpoints.length === 0) return [{ fact: "kinks", said: `none in |x| <= ${show(window)}`, evidence: proved }];
  // the nearest to 0 matter most
  const nearest = [...breakpoints].sort((a, b) => Math.abs(a.at) - Math.abs(b.at)).slice(0, SHOWN_KINKS);
  const shown = nearest.sort((a, b) => a.at - b.at);
  const lines = shown.map(
    (breakpoint): Line => ({
      fact: breakpoint.valueJump !== 0 ? "jump" : "kink",
      said: breakpointText(breakpoint),
      evidence: breakpoint.evidence,
    }),
  );
  const more = breakpoints.length - shown.length;
  return more === 0
    ? lines
    : [...lines, { fact: "kinks", said: `and ${more} more in |x| <= ${show(window)}`, evidence: "" }];
}

function polynomialText(coefficients: readonly number[] | null): string {
  return coefficients === null
    ? "no"
    : `degree ${coefficients.length - 1}, coefficients ${coefficients.map(show).join(", ")} of 1, x, ...`;
}

function linesOf({ derivative, facts, routes }: ActivationResult): Line[] {
  const { parity, homogeneity, polynomial, growth, constant } = facts;
  const of = homogeneity.value;
  const homogeneous =
    of === null
      ? "no"
      : `degree ${show(of.degree)}, coefficients ${show(of.right)} (x > 0) and ${show(of.left)} (x < 0)`;
  // one route for a run of batch sizes is said once
  const methods = [...new Set(routes.map(({ method }) => method))];
  return [
    ...(derivative === null ? [] : [{ fact: "derivative", said: derivative, evidence: "proved" as const }]),
    ...breakpointLines(facts, parity.evidence),
    { fact: "parity", said: parity.value, evidence: parity.evidence },
    { fact: "homogeneous", said: homogeneous, evidence: homogeneity.evidence },
    { fact: "polynomial", said: polynomialText(polynomial.value), evidence: polynomial.evidence },
    { fact: "growth", said: growthText(growth.value), evidence: growth.evidence },
    ...(constant.value ? [{ fact: "constant", said: "yes", evidence: constant.evidence }] : []),
    ...methods.map((method): Line => {
      const batches = routes.filter((route) => route.method === method).map(({ batch }) => show(batch));
      return { fact: "method", said: `${method} at batch ${batches.join(", ")}`, evidence: "" };
    }),
  ];
}

const SAID_WIDTH = 74;
const SHOWN_KINKS = 9;

/** Long texts go on in rows of their own. */
function rowsOf({ fact, said, evidence }: Line): Row[] {
  return wrap(said, SAID_WIDTH).map((part, i) => ({
    cells: [text(i === 0 ? fact : ""), fact === "derivative" ? code(part) : text(part), text(i === 0 ? evidence : "")],
  }));
}

function sheet(results: readonly ActivationResult[]): Sheet {
  return {
    columns,
    groups: results.map((result) => ({ title: result.activation, rows: linesOf(result).flatMap(rowsOf) })),
  };
}

export function activationReport(results: readonly ActivationResult[]): Report {
  return {
    sheet: () => sheet(results),
    csv: () => ({
      header: ["activation", "fact", "value", "evidence"],
      rows: results.flatMap((result) =>
        linesOf(result).map(({ fact, said, evidence }) => [result.activation, fact, said, evidence]),
      ),
    }),
    json: () => ({ results }),
  };
}
