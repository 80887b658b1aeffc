import { useState } from "preact/hooks";
import { permalink } from "../address/location.js";
import { scheme } from "../app/scheme.js";
import { download } from "./download.js";
import { type Exportable, type ExportFile, type ExportFormat, exportsOf } from "./exports.js";

const formats: readonly ExportFormat[] = ["SVG", "PNG", "CSV", "JSON", "TeX"];

const offers: Readonly<Record<ExportFormat, (given: Exportable) => boolean>> = {
  SVG: ({ plots }) => plots.length > 0,
  PNG: ({ plots }) => plots.length > 0,
  CSV: ({ report }) => report !== undefined,
  JSON: ({ data, report }) => data !== undefined || report !== undefined,
  TeX: ({ tex, report }) => tex !== undefined || report !== undefined,
};

/** What is seen, as files, and a link to the view as it is. */
export function ExportBar(given: Exportable) {
  const [said, setSaid] = useState("");

  async function save(format: ExportFormat): Promise<void> {
    try {
      const files: readonly ExportFile[] = exportsOf(given, permalink(), scheme.value).get(format) ?? [];
      for (const file of files) download(file.name, await file.content());
      setSaid(`saved ${files.map(({ name }) => name).join(", ")}`);
    } catch (error) {
      setSaid((error as Error).message);
    }
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(permalink());
      setSaid("the link is on the clipboard");
    } catch {
      setSaid(`copy the address of the page: ${permalink()}`);
    }
  }

  return (
    <div class="exports">
      <span>Save as</span>
      {formats
        .filter((format) => offers[format](given))
        .map((format) => (
          <button key={format} type="button" onClick={() => void save(format)}>
            {format}
          </button>
        ))}
      <button type="button" onClick={() => void copy()}>
        Copy link
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
