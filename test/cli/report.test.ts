import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { theoria, words } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const ask = (line: string, terminal = {}) => theoria(words(line), terminal);
const pageAt = (name: string) => readFileSync(path(name), "utf8");
const small = "--batch 8,64 --samples 3 --width 80 --depth 10";

/** The cells of the row with that heading in the table of that id. */
function cellsOf(page: string, table: string, heading: string): readonly string[] {
  const body = page.slice(page.indexOf(`<caption id="${table}">`));
  const rows = body.slice(0, body.indexOf("</table>")).split("<tr>").slice(1);
  const row = rows.find((each) => each.includes(`>${heading}</th>`))!;
  return [...row.matchAll(/<t[dh][^>]*>([^<]*)</g)].map(([, text]) => text!);
}

test("writes a page with the numbers of theoria rate and theoria simulate, and says what is in it", async () => {
  const { out, err, code } = await ask(`report tanh ${small} --out ${path("tanh.html")}`);
  expect([err, code]).toEqual(["", 0]);
  expect(out).toMatch(/tanh\.html: 2 networks, 3 simulated networks, \d+ kB\n$/);
  const page = pageAt("tanh.html");
  const rates = JSON.parse((await ask("rate tanh --batch 8,64 --json")).out).results;
  for (const { batch, rate } of rates) {
    const [, shown] = cellsOf(page, "rate-table", String(batch));
    // twelve digits are shown
    expect(Math.abs(Number(shown) - rate.value)).toBeLessThan(1e-11);
  }
  const simulated = JSON.parse(
    (await ask("simulate tanh --batch 8 --samples 3 --width 80 --depth 10 --seed 1 --json")).out,
  ).simulation;
  const { value, standardError } = simulated.meanLog;
  const [, , mean, error] = cellsOf(page, "simulation-table", "gradient growth, E log");
  expect(Number(error)).toBe(Number(standardError.toPrecision(2)));
  // the last digit shown is at most a tenth of the standard error
  expect(Math.abs(Number(mean) - value)).toBeLessThan(standardError / 10);
  expect(page).toContain("Not simulated: batch size 64; batches up to an eighth of the width 80 are simulated");
});

test("the command in the page makes the same page again, byte by byte", async () => {
  await ask(`report relu ${small} --gamma 2 --threads 2 --seed 5 --out ${path("one.html")}`);
  const page = pageAt("one.html");
  const [, command] = page.match(/<pre>theoria (.*)<\/pre>/)!;
  expect(command).toBe(
    "report relu --batch 8,64 --gamma 2 --width 80 --depth 10 --samples 3 --seed 5 --out report.html",
  );
  await ask(command!.replace("report.html", path("two.html")));
  expect(pageAt("two.html")).toBe(page);
});

test("activations that a shell or an option parser would take for something else are quoted", async () => {
  const { out } = await ask('report --batch 8 --no-simulation -- "-x^2"');
  expect(out).toContain("<pre>theoria report --batch 8 --no-simulation --out report.html -- &apos;-x^2&apos;</pre>");
  const other = await ask('report "x > 0 ? x : 0.1*x" --batch 8 --no-simulation');
  expect(other.out).toContain("theoria report &apos;x &gt; 0 ? x : 0.1*x&apos; --batch 8");
});

describe("where the page goes", () => {
  const line = "report tanh --batch 8 --no-simulation";

  test("to the standard output without --out, but not to a terminal", async () => {
    const { out, err, code } = await ask(line);
    expect([err, code]).toEqual(["", 0]);
    expect(out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    const refused = await ask(line, { outputWatched: true });
    expect([refused.out, refused.code]).toEqual(["", 2]);
    expect(refused.err).toBe(
      "error: the page is for a browser, not for a terminal: name a file, such as --out report.html.\n",
    );
  });

  test("over a page of its own, over nothing else without --force", async () => {
    const file = path("again.html");
    expect((await ask(`${line} --out ${file}`)).code).toBe(0);
    expect((await ask(`${line} --quiet --out ${file}`)).out).toBe("");
    writeFileSync(file, "my notes");
    const { err, code } = await ask(`${line} --out ${file}`);
    expect(code).toBe(2);
    expect(err).toBe(
      `error: --out ${file}: the file exists and is no page of theoria report. Choose another name, or add --force.\n`,
    );
    expect(readFileSync(file, "utf8")).toBe("my notes");
    expect((await ask(`${line} --force --out ${file}`)).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("<!doctype html>");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("not to places that cannot be written, which is said before anything is computed", async () => {
    const missing = await ask(`${line} --out ${path("no/such/folder.html")}`);
    expect(missing.err).toContain("there is no such file or folder. Choose a file that can be written.");
    expect((await ask(`${line} --out ${folder}`)).err).toContain("it is a folder, not a file.");
    expect([missing.code, missing.out]).toEqual([2, ""]);
  });

  test.skipIf(process.platform === "win32")("through a link, which stays one", async () => {
    writeFileSync(path("target.html"), "");
    symlinkSync(path("target.html"), path("link.html"));
    expect((await ask(`${line} --out ${path("link.html")}`)).code).toBe(0);
    expect(pageAt("target.html")).toContain("<!doctype html>");
  });
});

describe("bad input", () => {
  test.each([
    ["report thanh", "Did you mean tanh?"],
    ["report 'exp(x^2)'", "E phi(z)^2 diverges"],
    ["report 'tanh(x'", "^"],
    ["report tanh --batch 1", "--batch 1: expected an integer from 2 to 1e8"],
    [
      "report tanh --batch 4..64 --no-simulation",
      "61 networks of 1 setting besides the batch size: expected at most 24",
    ],
    ["report tanh --batch 8 --eps 0,1,2,3,4,5,6", "7 networks of 7 settings"],
    ["report tanh --width 100,200", "--width 100,200: expected one width"],
    ["report tanh --width 0", "--width 0"],
    ["report tanh --depth 0", "--depth 0"],
    ["report tanh --samples 0", "--samples 0: expected an integer from 1"],
    ["report tanh --seed -1", "--seed"],
    ["report tanh --threads 0", "--threads 0"],
    ["report tanh --tolerance 2", "--tolerance 2"],
    ["report", "missing required argument"],
  ])("%s", async (line, said) => {
    const { out, err, code } = await ask(line);
    expect([out, code]).toEqual(["", 2]);
    expect(err).toContain(said);
    expect(err).not.toContain("internal error");
  });
});

describe("Ctrl-C", () => {
  test("while networks are drawn: the page has those that are finished, and says so", async () => {
    let looks = 0;
    const file = path("cut.html");
    const { out, err, code } = await ask(`report tanh --batch 4,8 --samples 9 --width 80 --depth 10 --out ${file}`, {
      interrupted: () => ++looks > 6,
    });
    expect(code).toBe(130);
    expect(out).toMatch(/2 networks, \d simulated networks?/);
    expect(err).toContain("stopped: 2 of 2 networks are finished; the page says so");
    const page = pageAt("cut.html");
    expect(page).toContain("This report is not complete.");
    expect(page).toContain("Stopped before all 9 networks were drawn: batch size 4.");
    expect(page).not.toMatch(/NaN|undefined/);
  });

  test("in the theory: the networks that are finished; without any, no page", async () => {
    let [time, looks] = [0, 0];
    const late = { now: () => (time += 100), interrupted: () => ++looks > 3 };
    const file = path("theory.html");
    const cut = await ask(`report tanh --batch 4,8,64 --no-simulation --out ${file}`, late);
    expect(cut.code).toBe(130);
    expect(cut.err).toMatch(/stopped: [12] of 3 networks are finished; the page says so/);
    expect(pageAt("theory.html")).toContain("The curve against the batch size was not finished.");
    const none = await ask(`report tanh --batch 4 --out ${path("none.html")}`, {
      ...late,
      interrupted: () => true,
    });
    expect([none.code, none.out]).toEqual([130, ""]);
    expect(none.err).toContain("no page is written");
    expect(readdirSync(folder)).not.toContain("none.html");
  });
});

test("numbers above the tolerance are shown with their errors, flagged, and exit code 1", async () => {
  const { out, err, code } = await ask("report 'sqrt(abs(x))^1.3' --batch 5 --tolerance 1e-15 --no-simulation");
  expect(code).toBe(1);
  expect(err).toContain("warning: 1 of 1 networks did not reach the tolerance or failed confirmation");
  expect(out).toContain("The error stays above the tolerance at batch size 5");
});
