// Runs the benches and keeps what they print in bench/results.json, which a page of the documentation shows: `npm run docs:benches`, after
// `npm run build`, on a machine that does nothing else. A few minutes; peers that are not installed are left out.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem, type } from "node:os";
import { join } from "node:path";

const benches = ["accuracy", "rates", "covariance", "symbolic", "simulation", "dyson"];
const folder = mkdtempSync(join(tmpdir(), "theoria-benches-"));
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const load = loadavg()[0];

const results = benches.map((name) => {
  const kept = join(folder, name);
  const argv = [`bench/${name}.mjs`, "--quick"];
  const { status } = spawnSync(process.execPath, argv, {
    stdio: "inherit",
    env: { ...process.env, THEORIA_BENCH_RESULTS: kept },
  });
  if (status !== 0) throw new Error(`bench/${name}.mjs ended with ${status}`);
  const entries = readFileSync(kept, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { name, command: `node ${argv.join(" ")}`, entries };
});
rmSync(folder, { recursive: true });

const machine = {
  processor: cpus()[0]?.model.trim() ?? "unknown",
  cores: availableParallelism(),
  memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
  system: type(),
  // other programs' share: times are too long where it is not small
  load: Number(load.toFixed(1)),
};
const said = { date: new Date().toISOString().slice(0, 10), theoria: version, node: process.version, machine, results };
writeFileSync("bench/results.json", `${JSON.stringify(said, null, 1)}\n`);
