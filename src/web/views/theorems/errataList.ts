import type { Report } from "../../../render/report.js";
import { code, text } from "../../../render/sheet.js";
import type { TriedErratum } from "./erratum.js";

/** By paper, in the order in which they come. */
export function errataByWork(
  tried: readonly TriedErratum[],
): readonly { readonly work: string; readonly errata: readonly TriedErratum[] }[] {
  const works = [...new Set(tried.map(({ work }) => work))];
  return works.map((work) => ({ work, errata: tried.filter((each) => each.work === work) }));
}

/** One erratum a row. */
export function errataReport(tried: readonly TriedErratum[]): Report {
  return {
    sheet: () => ({
      columns: ["theorem", "where", "what is wrong", "refuted at"].map((title) => ({
        title,
        tex: title,
        align: "left",
      })),
      groups: errataByWork(tried).map(({ work, errata }) => ({
        title: work,
        rows: errata.map(({ id, at, says, refutation }) => ({
          cells: [code(id), text(at), text(says), text(refutation?.at ?? "not confirmed")],
        })),
      })),
    }),
    csv: () => ({
      header: ["id", "work", "at", "says", "damaged", "refuted_at", "left", "right", "problem"],
      rows: tried.map(({ id, work, at, says, damaged, refutation, problem }) => [
        ...[id, work, at, says, damaged, refutation?.at ?? null, refutation?.left ?? null, refutation?.right ?? null],
        problem === "" ? null : problem,
      ]),
    }),
    json: () => ({ results: tried }),
  };
}
