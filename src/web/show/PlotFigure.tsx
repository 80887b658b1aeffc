import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { Plot } from "../../experiments/plot.js";
import { drawPlot } from "../../render/plot/drawPlot.js";
import { plotStyle } from "../../render/plot/plotStyle.js";
import { scheme } from "../app/scheme.js";
import { type Hint, hintsOf, nearestHint } from "./hints.js";
import { useWidth } from "./useWidth.js";

interface Props {
  readonly plot: Plot;
  /** Drawn no wider; default 900. */
  readonly widest?: number;
}

const NARROWEST = 240;

/** The page's policy forbids style elements: rules come as a sheet of their own, taken away with the plot. */
function useStyle(css: string): void {
  const [sheet] = useState(() => new CSSStyleSheet());
  useEffect(() => {
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [sheet]);
  useMemo(() => sheet.replaceSync(css), [sheet, css]);
}

/**
 * A plot that says what it shows: the point nearest to the pointer, or the one that the slider below it chooses, is
 * read out with its exact value.
 */
export function PlotFigure({ plot, widest = 900 }: Props) {
  const id = useId().replace(/[^a-zA-Z0-9]/g, "");
  const name = `plot${id}`;
  const box = useRef<HTMLElement>(null);
  const width = Math.min(widest, Math.max(NARROWEST, Math.floor(useWidth(box))));
  const drawn = useMemo(() => drawPlot(plot, { width, name }), [plot, width, name]);
  const hints = useMemo(() => hintsOf(drawn.frames), [drawn]);
  const [at, setAt] = useState<number | null>(null);
  useStyle(useMemo(() => plotStyle(name, plot, scheme.value), [name, plot, scheme.value]));
  const hint: Hint | null = (at !== null && hints[at]) || null;

  const point = (event: PointerEvent) => {
    const bounds = (event.currentTarget as Element).getBoundingClientRect();
    const scale = width / bounds.width;
    setAt(nearestHint(hints, (event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale));
  };

  return (
    <figure class="plot" ref={box}>
      <div class="plot-area">
        <svg
          class={name}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          width={drawn.width}
          height={drawn.height}
          role="img"
          aria-labelledby={`${name}-title ${name}-desc`}
          font-size="12"
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setAt(null)}
          // the renderer escapes all text
          dangerouslySetInnerHTML={{ __html: drawn.content.join("\n") }}
        />
        {hint !== null && (
          <svg class="pointer" viewBox={`0 0 ${drawn.width} ${drawn.height}`} aria-hidden="true">
            <circle cx={hint.x} cy={hint.y} r="6" />
          </svg>
        )}
      </div>
      {hints.length > 0 && (
        <p class="reading">
          <input
            type="range"
            aria-label={`Points of ${plot.title === "" ? "the picture" : plot.title}`}
            aria-valuetext={hint?.text ?? "none chosen"}
            min={0}
            max={hints.length - 1}
            value={at ?? 0}
            onInput={({ currentTarget }) => setAt(currentTarget.valueAsNumber)}
            onBlur={() => setAt(null)}
          />
          <output>{hint?.text ?? "Point at the picture, or move the slider, for exact values."}</output>
        </p>
      )}
    </figure>
  );
}
