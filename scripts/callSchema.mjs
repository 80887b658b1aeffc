// Writes schema/call.schema.json from the kinds in src/call: after every change there.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: ["src/call/callSchema.ts"],
  bundle: true,
  format: "esm",
  platform: "node",
  write: false,
  logLevel: "error",
});
const { callSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`
);
writeFileSync("schema/call.schema.json", JSON.stringify(callSchema(), null, 2));
execFileSync("npx", ["biome", "format", "--write", "schema/call.schema.json"], { stdio: "ignore" });
