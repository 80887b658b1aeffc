/** `theoria check`: one verdict a row; what failed is told in notes, with the command that replays it. */
import type { Effort } from "../verification/run.js";
import type { Status, Verdict } from "../verification/verdict.js";
import type { Report } from "./report.js";
import { type Column, code, number, type Sheet, text } from "./sheet.js";
import { counterexampleText, pointText, statusText } from "./verdictText.js";

export interface CheckedTheorem {
  readonly id: string;
  readonly verdict: Verdict;
  readonly seed: number;
}

const columns: readonly Column[] = [
  { title: "theorem", tex: "theorem", align: "left" },
  { title: "verdict", tex: "verdict", align: "left" },
  { title: "cases", tex: "cases", align: "right" },
  { title: "skips", tex: "skips", align: "right", drops: true },
  { title: "worst\nmargin", tex: "worst margin", align: "right" },
  { title: "seed", tex: "seed", align: "right", hoists: true },
];

const count = (results: readonly CheckedTheorem[], status: Status) =>
  results.filter(({ verdict }) => verdict.status === status).length;

const summaryOf = (results: readonly CheckedTheorem[]) => ({
  holds: count(results, "holds"),
  refuted: count(results, "refuted"),
  undecided: count(results, "undecided"),
});

/** Two digits; inequalities that hold by more than their errors have a negative margin. */
function marginText(ratio: number): string {
  if (!Number.isFinite(ratio)) return ratio > 0 ? "∞" : "-∞";
  const size = Math.abs(ratio);
  return size === 0 || (size >= 1e-3 && size < 1e4) ? String(Number(ratio.toPrecision(2))) : ratio.toExponential(0);
}

function notesOf({ id, verdict, seed }: CheckedTheorem, effort: Effort): readonly string[] {
  if (verdict.status === "holds") return [];
  const { says, counterexample, checks } = verdict;
  const speaker = checks.find(({ status }) => status === verdict.status);
  const told = [
    ...(counterexample === undefined ? [speaker?.name] : [counterexampleText(counterexample)]),
    ...(says === undefined ? [] : [says.replace(/\.$/, "")]),
  ].join("; ");
  return [`${statusText(verdict)}. ${told}. Replay: theoria check ${id} --${effort} --seed ${seed}`];
}

function sheet(results: readonly CheckedTheorem[], effort: Effort): Sheet {
  const rows = results.map((result) => {
    const { id, verdict, seed } = result;
    const { worst, cases, skips } = verdict;
    const cells = [
      code(id),
      text(statusText(verdict)),
      number(cases),
      number(skips),
      worst === undefined ? null : text(marginText(worst.ratio)),
      text(String(seed)),
    ];
    return { cells, notes: notesOf(result, effort) };
  });
  const { holds, refuted, undecided } = summaryOf(results);
  const remarks = [
    `${holds} hold, ${refuted} refuted, ${undecided} undecided.`,
    "cases: points, settings and steps. worst margin: |difference| / (errors + tolerance), above 1 where a check fails.",
  ];
  return { columns, groups: [{ title: null, rows }], remarks };
}

const header = ["id", "status", "why", "cases", "skips", "worst_margin", "worst_check", "worst_at", "seed", "says"];

export function checkReport(results: readonly CheckedTheorem[], effort: Effort): Report {
  return {
    sheet: () => sheet(results, effort),
    csv: () => ({
      header,
      rows: results.map(({ id, verdict, seed }) => [
        id,
        verdict.status,
        verdict.why ?? null,
        verdict.cases,
        verdict.skips,
        verdict.worst?.ratio ?? null,
        verdict.worst?.check ?? null,
        verdict.worst === undefined ? null : pointText(verdict.worst.at),
        seed,
        verdict.says ?? null,
      ]),
    }),
    json: () => ({ results, summary: summaryOf(results) }),
  };
}
