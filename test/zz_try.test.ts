import { test } from "vitest";
import { theoria, words } from "./cli/support.js";
test("t", async () => {
  for (const line of (process.env.LINES ?? "").split(";")) {
    const t = performance.now();
    const { out, err, code } = await theoria(words(line), { now: () => performance.now() });
    console.log(`$ ${line}  [${code}] ${Math.round(performance.now() - t)} ms\n${out}${err}`);
  }
}, 280000);
