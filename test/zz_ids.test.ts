import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { theorems } from "/work/main/src/theorems/index.js";
test("w", () => writeFileSync("/work/main/test/theorems/ids.txt", theorems.map(t=>t.id).join("\n")+"\n"));
