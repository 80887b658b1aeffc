// Writes the reference of every public subpath of the package into docs/reference/api, by typedoc. Called by scripts/docs/build.mjs
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Application } from "typedoc";

const folder = "docs/reference/api";

/** Sources whose names are not those of their bundles. */
const renamed = { theorems: "verification" };

const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.entries(exports).flatMap(([subpath, target]) => {
  const bundle = /^\.\/dist\/(.*)\.js$/.exec(target.default ?? target)?.[1];
  // a worker is started, not imported
  if (bundle === undefined || subpath.endsWith("/worker")) return [];
  const source = `${renamed[bundle] ?? bundle}`;
  if (!existsSync(`src/${source}.ts`)) throw new Error(`${subpath} of package.json has no source src/${source}.ts`);
  return [{ name: `theoria${subpath.slice(1)}`, source }];
});

// typedoc empties the folder that it writes to
const written = mkdtempSync(join(tmpdir(), "theoria-reference-"));
const app = await Application.bootstrapWithPlugins({
  entryPoints: entries.map(({ source }) => `src/${source}.ts`),
  outputs: [{ name: "markdown", path: written }],
  tsconfig: "tsconfig.node.json",
  plugin: ["typedoc-plugin-markdown"],
  outputFileStrategy: "modules",
  logLevel: "Error",
  skipErrorChecking: true,
  excludeInternal: true,
  excludeExternals: true,
  disableSources: true,
  readme: "none",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeDeclarationFormat: "table",
  sanitizeComments: true,
  useHTMLAnchors: true,
});
const project = await app.convert();
if (project === undefined) throw new Error("typedoc finds no reference in the source");
await app.generateOutputs(project);

const pageOf = (source) => entries.find((entry) => entry.source === source)?.name.replaceAll("/", ".");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, source } of entries) {
  const text = readFileSync(join(written, `${source}.md`), "utf8")
    .replace(/^# .*$/m, `# ${name}`)
    .replace(/\]\(([\w-]+)\.md(#[^)]*)?\)/g, (_, other, anchor = "") => `](./${pageOf(other)}.md${anchor})`);
  const frontMatter = ["---", "outline: [2, 3]", "---", ""].join("\n");
  writeFileSync(join(folder, `${pageOf(source)}.md`), `${frontMatter}\n${text}`);
}
rmSync(written, { recursive: true });
