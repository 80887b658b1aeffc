import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Finished } from "../../../src/experiments/experiment.js";
import type { ConvolutionalResult } from "../../../src/experiments/gating/convolutionalStudy.js";
import { table1 } from "../../../src/experiments/gating/table1.js";
import { table2 } from "../../../src/experiments/gating/table2.js";
import { theoria } from "../../cli/support.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as CIFAR has them: records of labels and bytes, dark and bright in turn. */
function cifar(name: string, count: number, record: 3073 | 3074): string {
  const bytes = new Uint8Array(count * record);
  for (let k = 0; k < count; k++) {
    bytes.fill(k % 2 === 0 ? 10 : 240, (k + 1) * record - 3072, (k + 1) * record);
    bytes[(k + 1) * record - 3073] = k % 2;
  }
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe("networks on the user's own pictures", () => {
  it("are trained quickly, from several files, and what is finished is not trained again", async () => {
    const data = [cifar("data_batch_1.bin", 40, 3073), cifar("test_batch.bin", 30, 3073)].join(",");
    const out = join(folder, "runs");
    const run = () => theoria(["experiment", "table-1", "--seeds", "1", "--data", data, "--out", out, "--json"]);
    const { code, out: text, err } = await run();
    expect([code, err.includes("error")]).toEqual([0, false]);
    const { tables, notes } = JSON.parse(text);
    expect(tables[0].title).toContain("CIFAR-10");
    expect(tables[0].rows.map(([name]: [string]) => name)).toEqual(["ReLU", "DLGN", "DLGN-PWC", "DLN"]);
    expect(tables[0].columns).not.toContain("paper: test");
    expect(notes.join(" ")).toContain("its numbers say nothing");
    const file = () => readFileSync(join(out, "gating-table-1-quick.json"), "utf8");
    const first = file();
    const { results } = JSON.parse(first) as { readonly results: readonly { readonly result: ConvolutionalResult }[] };
    for (const { result } of results) {
      expect(result.images).toEqual([50, 10]);
      expect([result.training.length, result.evaluation.length]).toEqual([2, 3]);
    }
    expect((await run()).out).toBe(text);
    expect(file()).toBe(first);
  });

  it("have the hundred classes of CIFAR-100 too", async () => {
    const data = cifar("train.bin", 60, 3074);
    const { code, out } = await theoria(["experiment", "table-2", "--seeds", "1", "--data", data]);
    expect(code).toBe(0);
    for (const text of ["CIFAR-100", "ResNet 110, DLGN"]) expect(out).toContain(text);
  });

  it("are asked for in full, since none are fetched", async () => {
    const { code, err } = await theoria(["experiment", "table-1"]);
    expect(code).toBe(2);
    expect(err).toContain("gating/table-1 needs your own files of CIFAR-10 or CIFAR-100");
    expect(err).toContain("--data data_batch_1.bin");
    const path = join(folder, "data.json");
    writeFileSync(path, "{}");
    const other = await theoria(["experiment", "table-2", "--data", path]);
    expect([other.code, other.err.includes("binary files (.bin) alone")]).toEqual([2, true]);
    writeFileSync(join(folder, "broken.bin"), new Uint8Array(5000));
    const broken = await theoria(["experiment", "table-2", "--data", join(folder, "broken.bin")]);
    expect([broken.code, broken.err.includes("5000 bytes")]).toEqual([2, true]);
  });

  it("stand beside the paper's numbers in a full run alone, where the data are the paper's", () => {
    const result = (data: string): ConvolutionalResult => ({
      ...{ data, images: [50_000, 10_000], multiplyAdds: 76_860_000 },
      training: [{ loss: 1, accuracy: 0.5 }],
      evaluation: [
        { loss: 2, accuracy: 0.1 },
        { loss: 1, accuracy: 0.45 },
      ],
    });
    const jobs = (data: string): Finished<ConvolutionalResult>[] =>
      [1, 2, 3, 4].map((network) => ({ job: { key: "", variant: { network }, seed: 1 }, result: result(data) }));
    const [row] = table1.summarise(jobs("CIFAR-10"), "full").tables[0]!.rows;
    expect(row).toEqual(["ReLU", 76.9, 50, null, 45, null, 96.3, 72.17, 1]);
    expect(table1.summarise(jobs("CIFAR-100"), "full").tables[0]!.rows[0]).toEqual([
      "ReLU",
      76.9,
      50,
      null,
      45,
      null,
      1,
    ]);
    const hundred = table2.summarise(jobs("CIFAR-100"), "full").tables[0]!.rows;
    expect(hundred.map((cells) => cells.slice(6, 8))).toEqual([
      [100, 56.68],
      [100, 51.6],
      [100, 73],
      [100, 67],
    ]);
  });
});
