/** A verdict, one check a row. */
import { showNumber } from "../../../render/number.js";
import type { Report } from "../../../render/report.js";
import { type Column, number, text } from "../../../render/sheet.js";
import { counterexampleText, pointText, statusText } from "../../../render/verdictText.js";
import type { CheckResult } from "../../../verification/verdict.js";
import type { CheckedVerdict } from "./verdicts.js";

const columns: readonly Column[] = [
  { title: "check", tex: "check", align: "left", shrinks: true },
  { title: "kind", tex: "kind", align: "left" },
  { title: "verdict", tex: "verdict", align: "left" },
  { title: "cases", tex: "cases", align: "right" },
  { title: "skips", tex: "skips", align: "right" },
  { title: "worst\nmargin", tex: "worst margin", align: "right" },
];

const kinds: Readonly<Record<CheckResult["kind"], string>> = {
  routes: "two ways",
  reference: "reference",
  simulation: "simulation",
  exact: "derivation",
  printed: "erratum",
};

const header = [
  ...["id", "check", "kind", "status", "why", "says", "cases", "skips", "worst_margin", "worst_at"],
  ...["counterexample_at", "left", "right", "effort", "seed", "seconds"],
];

/** Two digits. */
export const marginText = (ratio: number): string => showNumber(ratio, 2);

const notesOf = ({ says, worst, counterexample }: CheckResult): readonly string[] => [
  ...(says === undefined ? [] : [says]),
  ...(counterexample === undefined ? [] : [counterexampleText(counterexample)]),
  ...(worst === undefined || pointText(worst.at) === "" ? [] : [`The worst margin is at ${pointText(worst.at)}.`]),
];

const remark =
  "cases: points, settings and steps. worst margin: |difference| / (errors + tolerance), above 1 where a check fails; negative where an inequality holds by more than that.";

export function verdictReport({ id, verdict, effort, seed, seconds }: CheckedVerdict): Report {
  const { checks } = verdict;
  return {
    sheet: () => ({
      columns,
      groups: [
        {
          title: null,
          rows: checks.map((each) => ({
            cells: [
              ...[
                text(each.name),
                text(kinds[each.kind]),
                text(statusText(each)),
                number(each.cases),
                number(each.skips),
              ],
              each.worst === undefined ? null : text(marginText(each.worst.ratio)),
            ],
            notes: notesOf(each),
          })),
        },
      ],
      remarks: [remark],
    }),
    csv: () => ({
      header,
      rows: checks.map(({ name, kind, status, why, says, cases, skips, worst, counterexample }) => [
        ...[id, name, kind, status, why ?? null, says ?? null, cases, skips, worst?.ratio ?? null],
        worst === undefined ? null : pointText(worst.at),
        counterexample === undefined ? null : pointText(counterexample.at),
        ...[counterexample?.left ?? null, counterexample?.right ?? null, effort, seed, seconds],
      ]),
    }),
    json: () => ({ id, effort, seed, seconds, verdict }),
  };
}
