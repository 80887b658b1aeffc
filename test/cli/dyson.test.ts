import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, expect, test } from "vitest";
import { ensembleNames } from "../../src/cli/dyson/ensembles.js";
import { theoria } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));

const given = (file: object | string) => ({
  input: async function* () {
    yield new TextEncoder().encode(typeof file === "string" ? file : JSON.stringify(file));
  },
});
const dyson = (file: object | string, ...argv: string[]) => theoria(["dyson", "-", ...argv], given(file));

const schema = JSON.parse(readFileSync(new URL("../../schema/output.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(schema, "output");
const validate = ajv.getSchema("output#/$defs/dyson")!;

test.each(ensembleNames)(
  "the example of %s is a file that works, and its JSON is what the schema says",
  async (name) => {
    const { out: file, code } = await theoria(["dyson", "--example", name]);
    expect(code).toBe(0);
    const answer = await dyson(file, "--json");
    expect([answer.err, answer.code]).toEqual(["", 0]);
    const output = JSON.parse(answer.out);
    expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
    expect(output.points).toHaveLength(9);
    expect(output.mass.value).toBeCloseTo(1, 5);
  },
);

test("a table with bands, atoms, mass and moments, and a picture", async () => {
  const picture = join(folder, "chiral.svg");
  const file = { ensemble: "chiral", ratio: 0.5, energies: [-1.5, 0, 0.1, 0.4, 0.9] };
  const { out, err, code } = await dyson(file, "--svg", picture);
  expect(out).toMatch(/^ *0\.4 +0\.2398497790/m);
  expect(out).toMatch(/^ *0 +∞/m);
  expect(out).toMatch(/\[0\.292893218813, 1\.70710678119\]/);
  expect(out).toMatch(/Atoms: 0\.3333333333 at 0\./);
  expect([err, code]).toEqual(["", 0]);
  const svg = readFileSync(picture, "utf8");
  expect(svg).toMatch(/^<svg/);
  expect(svg).toMatch(/An atom of mass 0\.333333 at 0 is not drawn/);
  expect(svg).not.toMatch(/NaN|Infinity/);
});

test("an energy that does not converge is marked, and the exit code is 1", async () => {
  const file = {
    ensemble: "profile",
    variances: [
      [0, 1],
      [1, 1],
    ],
    energies: [0, 1],
  };
  const { out, err, code } = await dyson(file);
  expect(out).toMatch(/^ *0 .*not converged/m);
  expect(err).toMatch(/1 of 2 results did not reach the tolerance/);
  expect(code).toBe(1);
});

test("Ctrl-C keeps what is finished", async () => {
  let clock = 0;
  const { out, err, code } = await theoria(["dyson", "-"], {
    ...given({ ensemble: "semicircle", energies: [0, 0.5, 1] }),
    now: () => (clock += 100),
    interrupted: () => clock > 150,
  });
  expect(code).toBe(130);
  expect(out).toMatch(/^ *0 +0\.3183/m);
  expect(err).toMatch(/stopped: 1 of 3/);
});

test.each([
  ["[]", /expected an object such as/],
  ['{"ensemble": "profil"}', /Is profile meant\?/],
  ['{"ensemble": "chiral"}', /ratio is missing/],
  ['{"ensemble": "chiral", "ratio": 0.5, "energy": [1]}', /energy is unknown.*energies/],
  ['{"ensemble": "chiral", "ratio": 0.5, "energies": {"from": 1}}', /"points"/],
  ['{"ensemble": "profile", "variances": [[1, 2], [3, 4]]}', /variances\[1\]\[0\].*symmetric/],
  ['{"ensemble": "deformed", "eigenvalues": [1], "weights": [0.5]}', /weights/],
  ['{"ensemble": "chiral", "ratio": NaN}', /not JSON/],
])("%s is refused", async (file, message) => {
  const { out, err, code } = await dyson(file);
  expect(err).toMatch(message);
  expect([out, code]).toEqual(["", 2]);
});

test("an unknown example, a missing file and both at once are refused", async () => {
  expect((await theoria(["dyson", "--example", "x"])).err).toMatch(/expected one of semicircle/);
  expect((await theoria(["dyson"])).err).toMatch(/dyson of what/);
  expect((await theoria(["dyson", "a.json", "--example", "chiral"])).err).toMatch(/choose one/);
  const { err } = await dyson({ ensemble: "semicircle", energies: [0, 1] }, "--svg", join(folder, "no", "x.svg"));
  expect(err).toMatch(/--svg .*there is no such file or folder/);
});
