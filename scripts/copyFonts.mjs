// Copies the fonts with which theoria figure draws PNG, and their licence, to dist/fonts.
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const from = join("node_modules", "dejavu-fonts-ttf");
const to = join("dist", "fonts");

mkdirSync(to, { recursive: true });
for (const font of ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"])
  copyFileSync(join(from, "ttf", font), join(to, font));
copyFileSync(join(from, "LICENSE"), join(to, "LICENSE"));
