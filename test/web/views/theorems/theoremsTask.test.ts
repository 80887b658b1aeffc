import { describe, expect, it } from "vitest";
import { theorems } from "../../../../src/theorems/index.js";
import { areas } from "../../../../src/theorems/theorem.js";
import { parseAddress } from "../../../../src/web/address/address.js";
import type { TheoremEntry } from "../../../../src/web/views/theorems/entry.js";
import { countsOf, filterTheorems } from "../../../../src/web/views/theorems/filterTheorems.js";
import { linkTo, placeOf } from "../../../../src/web/views/theorems/links.js";
import { listReport } from "../../../../src/web/views/theorems/listReport.js";
import { remainingIds, runSummary } from "../../../../src/web/views/theorems/runSummary.js";
import { theoremsTask } from "../../../../src/web/views/theorems/theoremsTask.js";
import type { CheckedVerdict } from "../../../../src/web/views/theorems/verdicts.js";

const entries = theoremsTask("all");
const all = { text: "", area: "", kind: "", proof: "", misprinted: false };
const idsOf = (found: readonly TheoremEntry[]) => found.map(({ id }) => id);

const checked = (id: string, status: "holds" | "refuted"): CheckedVerdict => ({
  ...{ id, effort: "quick", seed: 1, seconds: 0.5 },
  verdict: { status, cases: 3, skips: 0, seed: 1, checks: [] },
});

describe("the list of theorems", () => {
  it("has every theorem of every area, in words", () => {
    expect(idsOf(entries)).toEqual(theorems.map(({ id }) => id));
    expect(new Set(entries.map(({ area }) => area))).toEqual(new Set(areas));
    for (const { areaTitle, at, works } of entries) expect([areaTitle, at, works]).not.toContain(undefined);
  });

  it("filters by area, kind, proof and errata, and finds all words wherever they stand", () => {
    expect(filterTheorems(entries, all)).toEqual(entries);
    const landscape = filterTheorems(entries, { ...all, area: "landscape" });
    expect(idsOf(landscape)).toEqual(idsOf(entries).filter((id) => id.startsWith("landscape/")));
    const lemmas = filterTheorems(entries, { ...all, kind: "lemma", proof: "steps" });
    expect(lemmas.length).toBeGreaterThan(5);
    expect(lemmas.every(({ kind, proof }) => kind === "lemma" && proof === "steps")).toBe(true);
    const misprinted = filterTheorems(entries, { ...all, misprinted: true });
    expect(misprinted).toHaveLength(theorems.filter(({ printed }) => printed !== undefined).length);
    expect(idsOf(filterTheorems(entries, { ...all, text: "THEOREM 8 yang  homogeneous" }))).toContain(
      "batchnorm/theorem-8",
    );
    expect(filterTheorems(entries, { ...all, text: "no such words" })).toEqual([]);
    expect(filterTheorems(entries, { ...all, area: "__proto__" })).toEqual([]);
  });

  it("counts what a filter would leave", () => {
    const counts = countsOf(entries, ({ area, areaTitle }) => [area, areaTitle]);
    expect(counts.map(([area]) => area)).toEqual([...areas]);
    for (const [area, words] of counts) {
      expect(words).toContain(`(${entries.filter((entry) => entry.area === area).length})`);
    }
  });

  it("links to pages that the address holds", () => {
    for (const { id } of entries) expect(placeOf(parseAddress(linkTo(id)).view)).toBe(id);
    expect(placeOf(parseAddress(linkTo("")).view)).toBe("");
  });

  it("is a report with the verdicts that there are", () => {
    const few = entries.slice(0, 3);
    const report = listReport(few, new Map([[few[1]!.id, checked(few[1]!.id, "holds")]]));
    const { header, rows } = report.csv();
    for (const row of rows) expect(row).toHaveLength(header.length);
    expect(rows.map((row) => row[header.indexOf("status")])).toEqual([null, "holds", null]);
    expect(report.sheet().groups[0]!.rows).toHaveLength(3);
    expect(JSON.stringify(report.json())).toContain(few[2]!.title);
  });

  it("sums up a run, and knows what is left of it", () => {
    const question = { ids: ["a", "b", "c"], effort: "quick", seed: 7 } as const;
    const verdicts = new Map([checked("a", "holds"), checked("b", "refuted")].map((each) => [each.id, each]));
    expect(remainingIds(question, ["a", "b"])).toEqual(["c"]);
    expect(runSummary(question, ["a", "b"], verdicts, true)).toBe("");
    expect(runSummary(question, ["a", "b"], verdicts, false)).toBe(
      "Stopped after 2 of 3: 1 hold, 1 refuted, 0 undecided; quick, seed 7, 1.0 s.",
    );
  });
});
