// Pictures of every view of the built explorer, to look at: light and dark, a telephone, a desk, a wall.
//   npm run build && node scripts/screenshots.mjs [folder]
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const folder = process.argv[2] ?? "screenshots";
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
if (executablePath === undefined) throw new Error("no Chromium here: install it, or set CHROMIUM to its path");

const sizes = [
  { name: "desk", width: 1280, height: 900, scheme: "light" },
  { name: "telephone", width: 360, height: 740, scheme: "dark" },
  { name: "wall", width: 3840, height: 2160, scheme: "light" },
];
/** Long enough for simulations and heat maps to show something. */
const WAIT_MS = 3000;

const server = spawn(process.execPath, ["dist/cli.js", "explore", "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const url = await new Promise((resolve, reject) => {
  server.stdout.on("data", (text) => resolve(/http:\S+/.exec(String(text))[0]));
  server.on("exit", () => reject(new Error("the explorer did not start: npm run build first")));
});
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
mkdirSync(folder, { recursive: true });
try {
  for (const { name, width, height, scheme } of sizes) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
    page.on("console", (message) => message.type() === "error" && console.error(message.text()));
    page.on("pageerror", (error) => console.error(error));
    await page.goto(url);
    const places = await page.locator("nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const place of places) {
      await page.goto(url + place);
      await page.waitForTimeout(WAIT_MS);
      const path = join(folder, `${place.replace(/[^a-z0-9-]/g, "")}-${name}.png`);
      await page.screenshot({ path, fullPage: true });
      console.log(path);
    }
    await page.close();
  }
} finally {
  await browser.close();
  server.kill("SIGINT");
}
