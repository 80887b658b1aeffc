/** Draws the TeX that stands as text in the elements of the class "tex" below `root`, once. */
export async function drawTex(root: HTMLElement | null): Promise<void> {
  const { default: katex } = await import("katex");
  for (const element of root?.querySelectorAll<HTMLElement>(".tex:not(.drawn)") ?? []) {
    katex.render(element.textContent ?? "", element, { displayMode: true, throwOnError: false });
    element.classList.add("drawn");
    // what is scrolled must be reached by keys
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
  }
}
