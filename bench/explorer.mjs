// What a reader of the explorer waits for, in Chromium on this machine: the first view on a cold cache, and frames while a slider moves.
//   npm run build && npm run bench:explorer
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);
if (executablePath === undefined) throw new Error("no Chromium here: install it, or set CHROMIUM to its path");

const REPEATS = 5;
const server = spawn(process.execPath, ["dist/cli.js", "explore", "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const url = await new Promise((resolve) =>
  server.stdout.on("data", (text) => resolve(/http:\S+/.exec(String(text))[0])),
);
const launch = () => chromium.launch({ executablePath, args: ["--no-sandbox"] });
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Milliseconds from the start of the navigation to a table of rates, in a browser that has nothing of the page. */
async function firstView() {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator("td", { hasText: "1.19226433419" }).first().waitFor();
  const time = await page.evaluate(() => performance.now());
  await browser.close();
  return time;
}

/** Gaps between frames, and answers a second, while a slider is moved in every frame. */
async function slider(place, label) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(url + place);
  await page.locator("table").first().waitFor();
  await page.waitForTimeout(2000);
  const measured = await page.evaluate(async (name) => {
    const range = document.querySelector(`input[type=range][aria-label="${name}, slider"]`);
    const [low, high] = [Number(range.min), Number(range.max)];
    const gaps = [];
    let drawn = 0;
    const observer = new MutationObserver(() => drawn++);
    observer.observe(document.querySelector(".content"), { subtree: true, childList: true, characterData: true });
    let before = performance.now();
    for (let frame = 0; frame < 240; frame++) {
      range.value = String(low + ((high - low) * (frame % 120)) / 119);
      range.dispatchEvent(new Event("input", { bubbles: true }));
      const now = await new Promise(requestAnimationFrame);
      gaps.push(now - before);
      before = now;
    }
    observer.disconnect();
    gaps.sort((a, b) => a - b);
    const at = (share) => gaps[Math.floor(share * (gaps.length - 1))];
    return { median: at(0.5), p95: at(0.95), longest: at(1), drawn };
  }, label);
  await browser.close();
  return measured;
}

try {
  const times = [];
  for (let k = 0; k < REPEATS; k++) times.push(await firstView());
  console.log(
    `first view with its numbers, cold: median ${median(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms of ${REPEATS}`,
  );
  for (const [place, label] of [
    ["#/rates?activation=tanh&activation=erf&activation=gelu", "Batch size"],
    ["#/rates?activation=tanh&activation=erf&activation=gelu", "Gamma"],
  ]) {
    try {
      const { median: middle, p95, longest, drawn } = await slider(place, label);
      console.log(
        `${label}: a frame every ${middle.toFixed(1)} ms (95%: ${p95.toFixed(1)}, longest ${longest.toFixed(1)}); the page changed ${drawn} times in 240 frames`,
      );
    } catch (error) {
      console.log(`${label}: ${error.message.split("\n")[0]}`);
    }
  }
} finally {
  server.kill("SIGINT");
}
