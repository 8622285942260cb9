/** What every edition gives: a file name, what names the page, and its body. */
import type { JSX } from "preact";
import type { Figure } from "../figures/figure.ts";
import type { Drawings } from "../sections/show-figure.tsx";

/** `figures` are drawn first, then `show` puts them on the page. */
export type Edition = Readonly<{
  path: string;
  title: string;
  figures: readonly Figure[];
  script: string;
  show: (drawings: Drawings) => JSX.Element;
}>;
