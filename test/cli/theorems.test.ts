import { expect, test } from "vitest";
import { theorems } from "../../src/theorems/index.js";
import { theoria, words } from "./support.js";

const ask = (line: string, terminal = {}) => theoria(words(line), terminal);

test("theorems lists each one with its sentence, its kind and its source", async () => {
  const { out, code } = await ask("theorems");
  expect(code).toBe(0);
  const flowing = out.replace(/\s+/g, " ");
  for (const { id, title } of theorems) expect(flowing).toContain(`${id} ${title.replace(/\.$/, "")} (`);
  expect(flowing).toContain("(Lemma B.36)");
  expect(out).toContain(`${theorems.length} in all.`);
  expect((await ask("theorems -q")).out).not.toContain("theoria show");
});

test("show has the statement, the domains, what it rests on, and with --steps the derivation", async () => {
  const { out, code } = await ask("show lemma-b-38 --steps");
  expect(code).toBe(0);
  expect(out).toMatch(/^batchnorm\/lemma-b-38 \(lemma; yang2019, Lemma B\.38\)/);
  for (const part of ["parameters", "B  an integer from 4", "proofs/batchnorm/", "two ways: ", "(1) ", "; proved"]) {
    expect(out).toContain(part);
  }
  expect((await ask("show batchnorm/lemma-b-38")).out).not.toContain("(1) ");
});

test("names that nothing has are refused, with those that are near", async () => {
  const unknown = await ask("check lemma-b-99 --quick");
  expect([unknown.code, unknown.out]).toEqual([2, ""]);
  expect(unknown.err).toMatch(
    /no theorem or area is called lemma-b-99\. Areas: .*batchnorm.*\. Did you mean batchnorm\/lemma-b-/,
  );
  expect((await ask("show batchnorm")).err).toMatch(/has \d+ theorems: theoria theorems batchnorm lists them/);
  expect((await ask("theorems gardening")).err).toContain("theoria theorems lists them");
});

test("errata of what is printed rightly says so, and succeeds", async () => {
  const { out, err, code } = await ask("errata lemma-b-36");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("Nothing is known to be misprinted in lemma-b-36");
  expect(JSON.parse((await ask("errata lemma-b-36 --json")).out)).toMatchObject({ results: [] });
});

test.each([
  ["check", "check what? Name theorems or areas, such as batchnorm, or use --all."],
  ["check --all batchnorm", "--all and batchnorm: choose one."],
  ["check theorem-1 --quick --full", "--quick and --full: choose one."],
  ["check theorem-1 --seed -1", "--seed -1: expected a whole number from 0 to 4294967295."],
  ["check theorem-1 --seed 1.5", "--seed 1.5: expected a whole number"],
])("theoria %s is refused", async (line, message) => {
  const { out, err, code } = await ask(line);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(message);
});

test("check says the same for the same seed, and counts points and steps", async () => {
  const [first, again, other] = [
    await ask("check lemma-b-36 lemma-b-42 --quick --json --seed 5"),
    await ask("check lemma-b-36 lemma-b-42 --quick --json --seed 5"),
    await ask("check lemma-b-36 lemma-b-42 --quick --json --seed 6"),
  ];
  expect(first).toEqual(again);
  expect([first.code, first.err]).toEqual([0, ""]);
  expect(JSON.parse(other.out).results[0].verdict.worst.at).not.toEqual(
    JSON.parse(first.out).results[0].verdict.worst.at,
  );
  const kinds = JSON.parse(first.out).results[1].verdict.checks.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toContain("printed");
});

test("Ctrl-C keeps the verdicts that are finished", async () => {
  let breaths = 0;
  let time = 0;
  const { out, err, code } = await ask("check lemma-b-36 lemma-b-37 lemma-b-38 --json", {
    now: () => {
      time += 1;
      return time;
    },
    breathe: async () => {
      breaths += 1;
    },
    // lemma B.36 alone has 200 points, and every 40 of them let a signal through
    interrupted: () => breaths > 7,
  });
  expect(code).toBe(130);
  expect(err).toMatch(/stopped: [12] of 3 theorems are checked/);
  expect(JSON.parse(out).results.length).toBeLessThan(3);
  expect(JSON.parse(out).results[0]).toMatchObject({ id: "batchnorm/lemma-b-36", verdict: { status: "holds" } });
});

test("errata shows what is printed, both values at a point, what holds, and damaged text", async () => {
  const { out, code, err } = await ask("errata");
  expect([code, err]).toEqual([0, ""]);
  const misprinted = theorems.filter(({ printed }) => printed !== undefined);
  for (const { id, printed } of misprinted) {
    const from = out.indexOf(`${id} (`);
    const own = out.slice(from, out.indexOf("\n\n", from));
    for (const label of ["  printed  ", "  left     ", "  right    ", "  holds    "]) expect(own).toContain(label);
    expect(own.includes("has lost glyphs")).toBe(printed!.damaged);
  }
  expect(out).toContain(`${misprinted.length} of ${misprinted.length} printed claims are false, as stated.`);
  // what the derivation calls uncertain, the theorem does
  for (const { printed } of misprinted) {
    const { refutation, damaged } = printed!;
    if (refutation.kind === "exact") expect(damaged).toBe(refutation.erratum.source.includes("is not certain"));
  }
});
