import { useEffect, useRef } from "preact/hooks";

interface Props {
  readonly tex: string;
  /** On a line of its own. */
  readonly display?: boolean;
}

/** What is wider than its box is scrolled by the arrow keys, too. */
function reachable(element: HTMLElement): void {
  if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
  else element.removeAttribute("tabindex");
}

/** A formula as MathML, which browsers draw without fonts or styles of ours. Shown as TeX until the renderer is there. */
export function Formula({ tex, display = false }: Props) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let current = true;
    void import("./renderFormula.js").then(({ renderFormula }) => {
      if (!current || box.current === null) return;
      renderFormula(tex, box.current, display);
      if (display) reachable(box.current);
    });
    return () => {
      current = false;
    };
  }, [tex, display]);
  return (
    <span ref={box} class={display ? "formula display" : "formula"}>
      {tex}
    </span>
  );
}
