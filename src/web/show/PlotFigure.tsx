import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Plot, Point } from "../../experiments/plot.js";
import { drawPlot } from "../../render/plot/drawPlot.js";
import { plotStyle } from "../../render/plot/plotStyle.js";
import { scheme } from "../app/scheme.js";
import { type Hint, hintBeyond, hintsOf, nearestHint } from "./hints.js";
import { useWidth } from "./useWidth.js";

interface Props {
  readonly plot: Plot;
  /** Drawn no wider; default 900. */
  readonly widest?: number;
  /** A click on a point, or Enter at the one that is read: its place in the coordinates of the axes. */
  readonly onPick?: (at: Point) => void;
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

interface ReadingProps {
  readonly title: string;
  readonly hints: readonly Hint[];
  readonly at: number | null;
  onMove(at: number | null): void;
  onPick?: ((at: Point) => void) | undefined;
}

/** What is read, and a slider for those who do not point: left and right along a line, up and down to the next one. */
function Reading({ title, hints, at, onMove, onPick }: ReadingProps) {
  const hint = at === null ? undefined : hints[at];
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && hint !== undefined && onPick !== undefined) onPick(hint.at);
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      onMove(at === null ? 0 : hintBeyond(hints, Math.min(at, hints.length - 1), event.key === "ArrowUp"));
    } else return;
    event.preventDefault();
  };
  return (
    <p class="reading">
      <input
        type="range"
        aria-label={`Points of ${title === "" ? "the picture" : title}`}
        aria-valuetext={hint?.text ?? "none chosen"}
        title="Left and right: along a line. Up and down: to the next line."
        min={0}
        max={hints.length - 1}
        value={at ?? 0}
        onInput={({ currentTarget }) => onMove(currentTarget.valueAsNumber)}
        onKeyDown={press}
        onFocus={() => onMove(at ?? 0)}
        onBlur={() => onMove(null)}
      />
      <output>
        {hint?.text ?? `Point at it, or slide, for exact values.${onPick === undefined ? "" : " A click chooses."}`}
      </output>
    </p>
  );
}

/**
 * A plot that says what it shows: the point nearest to the pointer, or the one that the slider below it chooses, is
 * read out with its exact value.
 */
export function PlotFigure({ plot, widest = 900, onPick }: Props) {
  const id = useId().replace(/[^a-zA-Z0-9]/g, "");
  const name = `plot${id}`;
  const box = useRef<HTMLElement>(null);
  const width = Math.min(widest, Math.max(NARROWEST, Math.floor(useWidth(box))));
  const drawn = useMemo(() => drawPlot(plot, { width, name }), [plot, width, name]);
  const hints = useMemo(() => hintsOf(drawn.frames), [drawn]);
  const [at, setAt] = useState<number | null>(null);
  useStyle(useMemo(() => plotStyle(name, plot, scheme.value), [name, plot, scheme.value]));
  const svg = useRef<SVGSVGElement>(null);
  const content = drawn.content.join("\n");
  // Preact would read the old content back, as text, before it sets the new one; the renderer escapes all text
  useLayoutEffect(() => {
    svg.current!.innerHTML = content;
  }, [content]);
  const hint: Hint | null = (at !== null && hints[at]) || null;

  const nearest = (event: MouseEvent) => {
    const bounds = (event.currentTarget as Element).getBoundingClientRect();
    const scale = width / bounds.width;
    return nearestHint(hints, (event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale);
  };
  const point = (event: PointerEvent) => setAt(nearest(event));
  const pick = (event: MouseEvent) => {
    const picked = nearest(event);
    if (picked !== null) onPick?.(hints[picked]!.at);
  };

  return (
    <figure class="plot" ref={box}>
      <div class="plot-area">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider below does the same with keys */}
        <svg
          ref={svg}
          class={onPick === undefined ? name : `${name} picks`}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          width={drawn.width}
          height={drawn.height}
          role="img"
          aria-labelledby={`${name}-title ${name}-desc`}
          font-size="12"
          onPointerMove={point}
          onPointerDown={point}
          // a finger that leaves has pointed: what it read stays
          onPointerLeave={(event) => event.pointerType === "mouse" && setAt(null)}
          onClick={pick}
        />
        {hint !== null && (
          <svg class="pointer" viewBox={`0 0 ${drawn.width} ${drawn.height}`} aria-hidden="true">
            <circle cx={hint.x} cy={hint.y} r="6" />
          </svg>
        )}
      </div>
      {hints.length > 0 && <Reading title={plot.title} hints={hints} at={at} onMove={setAt} onPick={onPick} />}
    </figure>
  );
}
