/** The curve of one activation, from the pieces that have come. */
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { CurvesPiece, CurvesQuestion } from "./curvesTask.js";
import { kindOf, type StabilityKind } from "./stabilityKind.js";

export interface Curve {
  readonly activation: string;
  /** By ascending batch size, finite ones. */
  readonly results: readonly RateResult[];
  /** Of infinite batches; null where it is not known yet, or there is none. */
  readonly limit: RateResult | null;
}

/** One curve an activation of the question, in its order; without points where nothing is known. */
export function curvesOf(question: CurvesQuestion, pieces: readonly CurvesPiece[]): readonly Curve[] {
  const found = question.activations.map((): RateResult[] => []);
  for (const { results } of pieces) for (const { index, result } of results) found[index]!.push(result);
  return question.activations.map((activation, k) => ({
    activation,
    results: found[k]!.filter(({ batch }) => batch < Infinity).sort((a, b) => a.batch - b.batch),
    limit: found[k]!.find(({ batch }) => batch === Infinity) ?? null,
  }));
}

export interface Run {
  readonly kind: StabilityKind;
  readonly results: readonly RateResult[];
}

/** The curve in pieces of one kind of stability; each begins with the last point of the one before, so that the line has no gap. */
export function runsOf(results: readonly RateResult[]): readonly Run[] {
  const runs: { kind: StabilityKind; results: RateResult[] }[] = [];
  for (const result of results) {
    const kind = kindOf(result.stability.verdict);
    const last = runs.at(-1);
    if (last?.kind === kind) last.results.push(result);
    else runs.push({ kind, results: [...(last === undefined ? [] : [last.results.at(-1)!]), result] });
  }
  return runs;
}

/** Where BSB1 is unstable: "from B = 39 on", "from B = 5 to 9"; "" for a curve that is stable everywhere. */
export function instabilityText({ results }: Curve): string {
  const first = results[0]?.batch;
  const last = results.at(-1)?.batch;
  const spans: [number, number][] = [];
  results.forEach(({ batch, stability }, k) => {
    if (stability.verdict !== "unstable") return;
    if (results[k - 1]?.stability.verdict === "unstable") spans.at(-1)![1] = batch;
    else spans.push([batch, batch]);
  });
  const said = spans.map(([from, to]) => {
    if (from === first && to === last) return "at every batch size";
    if (to === last) return `from B = ${from} on`;
    if (from === first) return `up to B = ${to}`;
    return from === to ? `at B = ${from}` : `from B = ${from} to ${to}`;
  });
  return said.join(" and ");
}
