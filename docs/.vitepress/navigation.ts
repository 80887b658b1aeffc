/** The order of the pages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { DefaultTheme } from "vitepress";

type Items = DefaultTheme.SidebarItem[];

const docs = new URL("../", import.meta.url);

/** The first heading of a page. */
const titleOf = (page: string): string =>
  /^# (.*)$/m.exec(readFileSync(new URL(`${page}.md`, docs), "utf8"))?.[1]?.replaceAll("`", "") ?? page;

/** Pages that are there, under their own titles or others. */
const pages = (...entries: readonly (string | readonly [page: string, title: string])[]): Items =>
  entries.flatMap((entry) => {
    const [page, title] = typeof entry === "string" ? [entry, null] : entry;
    if (!existsSync(new URL(`${page}.md`, docs))) return [];
    return [{ text: title ?? titleOf(page), link: `/${page.replace(/(^|\/)index$/, "$1")}` }];
  });

const interfaces = (): Items => {
  const folder = new URL("reference/api/", docs);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "index.md")
    .map((name) => name.slice(0, -3))
    .sort((a, b) => (a === "theoria" ? -1 : b === "theoria" ? 1 : a.localeCompare(b)))
    .map((name) => ({ text: name.replaceAll(".", "/"), link: `/reference/api/${name}` }));
};

const learn: Items = [
  { text: "Start", items: pages("tutorial", "install") },
  {
    text: "Concepts",
    items: pages(
      "concepts/batch-symmetry",
      "concepts/ultrasymmetric-operators",
      "concepts/routes-and-errors",
      "concepts/stability",
      "concepts/exact-in-law-simulation",
    ),
  },
  {
    text: "How to",
    items: pages(
      "howto/new-activation",
      "howto/new-theorem",
      "howto/python",
      "howto/notebook",
      "howto/gpu",
      "howto/many-machines",
      "ecosystem",
    ),
  },
  {
    text: "Guides",
    items: pages(
      "rates",
      "formulas",
      "simulation",
      "theorems",
      "ladder",
      "alignment",
      "grouping",
      "landscape",
      "dyson",
      "gating",
      "experiments",
      "figures",
      "report",
    ),
  },
  {
    text: "How far to trust it",
    items: pages("accuracy", ["reference/benches", "Accuracy and speed"], "limits", "reference/errata"),
  },
];

const reference: Items = [
  {
    text: "Reference",
    items: pages(
      "cli",
      "call",
      "glossary",
      ["reference/changelog", "Changelog"],
      ["reference/contributing", "Contributing"],
    ),
  },
  { text: "Library", items: interfaces() },
];

const theorems: Items = [
  {
    text: "Theorems",
    items: pages(
      "reference/theorems/index",
      "reference/theorems/batchnorm/index",
      "reference/theorems/ladder/index",
      "reference/theorems/alignment/index",
      "reference/theorems/grouping/index",
      "reference/theorems/landscape/index",
      "reference/theorems/gating/index",
      "reference/errata",
    ).map((item) => ({ ...item, text: item.text!.replace(/^Theorems: (.)/, (_, first) => first.toUpperCase()) })),
  },
];

export const sidebar: DefaultTheme.Sidebar = {
  "/reference/theorems/": theorems,
  "/reference/errata": theorems,
  "/reference/benches": learn,
  "/reference/": [...reference],
  "/cli": reference,
  "/call": reference,
  "/glossary": reference,
  "/": learn,
};

export const nav: DefaultTheme.NavItem[] = [
  { text: "Tutorial", link: "/tutorial" },
  { text: "Theorems", link: "/reference/theorems/" },
  { text: "Errata", link: "/reference/errata" },
  { text: "Reference", link: "/cli" },
  // no page of the site: copied beside it
  { text: "Explorer", link: "/explorer/index.html", target: "_self" },
];
