import katex from "katex";

/** Longest formula that is set; a longer one is shown as TeX. */
const MAX_LENGTH = 20_000;

/** Sets TeX into an element. What KaTeX cannot read stays as text. */
export function renderFormula(tex: string, element: HTMLElement, displayMode: boolean): void {
  if (tex.length > MAX_LENGTH) {
    element.textContent = tex;
    return;
  }
  katex.render(tex, element, {
    ...{ displayMode, output: "mathml", throwOnError: false, strict: false, trust: false, maxExpand: 1000 },
  });
}
