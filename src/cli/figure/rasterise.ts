/** SVG to PNG by resvg, with fonts of our own: the same picture on every machine. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../packageRoot.js";
import { UsageError } from "../usageError.js";

/** Its letters are as wide as those that the renderer reckons with. */
const fonts = ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"];

/** What is used of @resvg/resvg-js. */
interface Resvg {
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}

export type LoadResvg = (library: string) => Promise<unknown>;

export type Rasterise = (svg: string, scale: number) => Uint8Array;

/** In the package, or in a checkout that is not built. */
function fontFiles(): readonly string[] {
  const root = packageRoot();
  const folders = [join(root, "dist", "fonts"), join(root, "node_modules", "dejavu-fonts-ttf", "ttf")];
  const folder = folders.find((each) => fonts.every((font) => existsSync(join(each, font))));
  if (folder === undefined) {
    throw new UsageError(`--out: no fonts in ${folders[0]}. Install theoria anew, or write .svg, which needs none.`);
  }
  return fonts.map((font) => join(folder, font));
}

async function loaded(load: LoadResvg): Promise<Resvg> {
  try {
    const library = (await load("@resvg/resvg-js")) as Resvg & { readonly default?: Resvg };
    return library.default ?? library;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND";
    const why = missing ? "is not installed" : "cannot be loaded";
    throw new UsageError(
      `--out: PNG needs the package @resvg/resvg-js, which ${why}. Install it: npm install @resvg/resvg-js. .svg needs nothing.`,
    );
  }
}

/** Light colours on white; `scale` pixels for one of the SVG's. Throws a UsageError where a PNG cannot be made. */
export async function openRasteriser(load: LoadResvg = (library) => import(library)): Promise<Rasterise> {
  const { Resvg } = await loaded(load);
  const font = { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: "DejaVu Sans Condensed" };
  return (svg, scale) =>
    new Resvg(svg, { background: "#ffffff", fitTo: { mode: "zoom", value: scale }, font }).render().asPng();
}
