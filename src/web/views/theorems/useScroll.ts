import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";

export interface ScrollPlace {
  /** What was shown: elsewhere the height means nothing. */
  readonly of: string;
  readonly top: number;
}

/** Remembers how far the window is scrolled while `of` is shown, and comes back to it once there is something to scroll. */
export function useScroll(place: RefObject<ScrollPlace | null>, of: string, isThere: boolean): void {
  useLayoutEffect(() => {
    const { current } = place;
    if (isThere && current !== null && current.of === of) window.scrollTo(0, current.top);
  }, [isThere]);
  useEffect(() => {
    if (!isThere) return;
    const remember = () => {
      place.current = { of, top: window.scrollY };
    };
    window.addEventListener("scroll", remember, { passive: true });
    return () => window.removeEventListener("scroll", remember);
  }, [place, of, isThere]);
}
