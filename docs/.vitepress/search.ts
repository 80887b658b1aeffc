/** What the search of the site finds: words, no formulas. */
import type { DefaultTheme, MarkdownEnv } from "vitepress";

/** Formulas would be found three times each, as TeX, as MathML and as what is drawn. */
const withoutFormulas = (source: string) =>
  source.replace(/^ *\$\$$.*?^ *\$\$$/gms, "").replace(/(?<!\\)\$[^$\n]+\$/g, "");

/** Steps of proofs and tables of a reference are not looked for by their words. */
const withoutDetails = (source: string) =>
  source.replace(/^## (Proof|Checks|Uses|Used by)$.*?(?=^## |(?![\s\S]))/gms, "");

function searched(source: string, { relativePath }: MarkdownEnv): string {
  const kept = source.replace(/^```console\n.*?^```$/gms, "");
  return withoutFormulas(relativePath?.startsWith("reference/theorems/") ? withoutDetails(kept) : kept);
}

export const search: NonNullable<DefaultTheme.Config["search"]> = {
  provider: "local",
  options: {
    detailedView: false,
    _render: (source, env, md) => {
      const html = md.render(searched(source, env), env);
      return env.frontmatter?.search === false ? "" : html;
    },
    miniSearch: { searchOptions: { boost: { title: 4, titles: 2 }, fuzzy: 0.1, prefix: true } },
  },
};
