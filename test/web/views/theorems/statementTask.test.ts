import katex from "katex";
import { describe, expect, it } from "vitest";
import { theorems } from "../../../../src/theorems/index.js";
import { parseAddress, writeAddress } from "../../../../src/web/address/address.js";
import { checkFields } from "../../../../src/web/views/theorems/listFields.js";
import { fieldsOf, pageFields } from "../../../../src/web/views/theorems/pointFields.js";
import { statementOf, statementTask } from "../../../../src/web/views/theorems/statementTask.js";
import { statementTex } from "../../../../src/web/views/theorems/statementTex.js";

/** As the page draws it, but for throwing. */
const drawn = (tex: string) =>
  katex.renderToString(tex, {
    ...{ displayMode: true, output: "mathml", throwOnError: true, strict: false, trust: false, maxExpand: 1000 },
  });

/** Longest formula that the page draws. */
const LONGEST = 20_000;

const pages = theorems.map((theorem) => [theorem.id, theorem] as const);

describe("the page of a theorem", () => {
  it.each(pages)("%s: every formula is drawn, every parameter has a control", (id, theorem) => {
    const statement = statementOf(theorem, theorems);
    const { claim, assumptions, notation, parameters, erratum } = statement;
    const formulas = [
      ...[claim.tex, ...assumptions, ...parameters.map(({ tex }) => tex), ...notation.map(([tex]) => tex)],
      ...(erratum === null ? [] : [erratum.tex]),
    ];
    for (const tex of formulas) {
      expect(tex.length).toBeLessThan(LONGEST);
      expect(drawn(tex)).toContain("<math");
    }
    for (const { name, control } of parameters) {
      expect(control.doc, name).not.toBe("");
      expect(control.domain, name).not.toBe("");
      if (control.kind === "slider") expect(control.max!, name).toBeGreaterThanOrEqual(control.min!);
      // the names of the page's own fields are taken
      expect(Object.keys(pageFields)).not.toContain(name);
    }
    expect(statement.checks).toHaveLength(theorem.checks.length);
    expect(structuredClone(statement)).toEqual(statement);
    const address = { view: `theorems/${id}`, fields: new Map(parameters.map(({ name }) => [name, ["1;2"]])) };
    expect(parseAddress(writeAddress(address))).toEqual(address);
    const tex = statementTex(statement);
    expect(tex.split("\\begin{itemize}").length).toBe(tex.split("\\end{itemize}").length);
    expect(tex).toContain(claim.tex);
  });

  it("leads to what a theorem uses, and back", () => {
    const statements = new Map(theorems.map((theorem) => [theorem.id as string, statementOf(theorem, theorems)]));
    let links = 0;
    for (const [id, { uses }] of statements) {
      for (const used of uses) {
        links += 1;
        expect(statements.get(used.id)!.usedBy.map((user) => user.id)).toContain(id);
      }
    }
    expect(links).toBe(theorems.reduce((sum, { uses }) => sum + new Set(uses).size, 0));
  });

  it("names the nearest ids for one that no theorem has", () => {
    expect(() => statementTask("batchnorm/theorem-88")).toThrow(/Did you mean batchnorm\/theorem-8/);
    for (const id of ["", "__proto__", "batchnorm/<script>", "x".repeat(99)]) {
      expect(() => statementTask(id)).toThrow("is outside its domain: the id of a theorem");
    }
  });

  it("reads the fields of an address as texts, and none that is no parameter", () => {
    const fields = fieldsOf(["B", "phi"]);
    expect(Object.keys(fields).sort()).toEqual(["B", "phi", "point", ...Object.keys(checkFields)].sort());
    expect(fields.B!.read([""])).toBe("");
    expect(fields.B!.usual).toBeNull();
    expect(() => fields.B!.read(["1".repeat(3000)])).toThrow("at most 2000 characters");
  });
});
