import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { absence, type OpenedExplorer, type OpenOptions, openExplorer } from "./support/openExplorer.js";

let opened: OpenedExplorer | null = null;
const open = async (place: string, options: OpenOptions = {}) => {
  opened = await openExplorer(place, options);
  return opened;
};

afterEach(async () => {
  await opened?.close();
  opened = null;
});

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const batch = "B: batch size";

describe.skipIf(absence !== null)(`the theorems${absence === null ? "" : ` (${absence})`}`, () => {
  it("are listed, searched, and lead to their pages and back", async () => {
    const { page, errors } = await open("#/theorems");
    await page.locator(".statements li").first().waitFor();
    expect(await page.locator(".statements li").count()).toBeGreaterThan(500);
    // back from a page, the reader is where he was
    await page.locator(".statements a").nth(120).scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    await page.locator(".statements a").nth(120).click();
    await page.locator("#statement").waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await page.goBack();
    await page.locator(".statements li").first().waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(2000);
    await page.getByLabel("Search").fill("explosion rate homogeneous closed form");
    const link = page.locator(".statements a", { hasText: "The explosion rate of a homogeneous activation" });
    await link.waitFor();
    expect(await page.locator(".statements li").count()).toBeLessThan(10);
    await page.waitForTimeout(400);
    expect(page.url()).toContain("text=explosion+rate");
    await link.click();
    await page.locator("#statement math, #statement ~ .formula math").first().waitFor();
    expect(await page.title()).toContain("batchnorm/theorem-8");
    await page.goBack();
    await page.locator(".statements li").first().waitFor();
    expect(await page.getByLabel("Search").inputValue()).toBe("explosion rate homogeneous closed form");
    expect(errors).toEqual([]);
  });

  it("show both sides at the point of the address, say what is wrong with it, and draw another", async () => {
    const { page, errors } = await open("#/theorems/batchnorm/theorem-8?B=8&alpha=1&p=1&m=0");
    const left = page.locator(".sides td").first();
    await left.waitFor();
    expect(await left.textContent()).toContain("1.788189976658");
    await field(page, batch).fill("three");
    await page.locator(".control .error", { hasText: "B = three is outside its domain" }).waitFor();
    expect(await page.locator(".sides").count()).toBe(0);
    await field(page, batch).fill("64");
    await page.locator(".sides td", { hasText: "1.4930629378" }).first().waitFor();
    const permalink = await page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 400));
      return window.location.href;
    });
    await page.goto("about:blank");
    await page.goto(permalink);
    await page.locator(".sides td", { hasText: "1.4930629378" }).first().waitFor();
    expect(await field(page, batch).inputValue()).toBe("64");
    await page.getByRole("button", { name: "Next random point" }).click();
    await page.waitForFunction(() => !document.querySelector(".sides")?.textContent?.includes("1.4930629378"));
    await page.waitForTimeout(400);
    expect(page.url()).toContain("point=1");
    expect(page.url()).not.toContain("B=64");
    expect(errors).toEqual([]);
  });

  it("that nobody has, hostile addresses and long formulas do no harm, at 360 pixels", async () => {
    const { page, errors, url } = await open("#/theorems/batchnorm/theorem-99?B=%3Cscript%3E", {
      width: 360,
      height: 740,
    });
    await page.locator(".failure", { hasText: "Did you mean" }).waitFor();
    const places = [
      "theorems/batchnorm/theorem-8?B=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&point=-1&effort=never",
      "theorems/batchnorm/theorem-b-68",
      "theorems?area=__proto__&kind=constructor",
    ];
    for (const place of places) {
      await page.goto("about:blank");
      await page.goto(`${url}#/${place}`);
      await page.locator(place.includes("?area") ? ".controls" : "#point").waitFor();
      await page.waitForTimeout(700);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(360);
    }
    expect(errors).toEqual([]);
  });
});
