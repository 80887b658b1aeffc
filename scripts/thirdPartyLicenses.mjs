// Collects the licence of every package whose code the bundles contain, found in their source maps.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const packages = new Set();
for (const map of readdirSync("dist", { recursive: true }).filter((file) => file.endsWith(".js.map"))) {
  for (const source of JSON.parse(readFileSync(join("dist", map), "utf8")).sources) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source)?.[1];
    if (name !== undefined) packages.add(name);
  }
}

const sections = [...packages].sort().map((name) => {
  const folder = join("node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = existsSync(folder) ? readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry)) : undefined;
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), "utf8").trim();
  return { heading: `${name} ${version} (${license})`, text };
});

const byText = new Map();
for (const { heading, text } of sections) byText.set(text, [...(byText.get(text) ?? []), heading]);
const body = [...byText]
  .map(([text, headings]) => `${headings.join("\n")}\n\n${text}`)
  .join(`\n\n${"-".repeat(80)}\n\n`);
writeFileSync("dist/THIRD_PARTY_LICENSES", `Theoria's bundles contain code of these packages.\n\n${body}\n`);
