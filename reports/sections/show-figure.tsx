/** Shows figures and tables: heading, drawing at two widths, how to read it, every number. In: drawn figures; out: JSX. */
import { type ComponentChildren, Fragment } from "preact";
import type { Context } from "../context.ts";
import type { Figure, FigureTable } from "../figures/figure.ts";
import type { Layout } from "../theme.ts";
import { SignKey } from "./sign-key.tsx";

/** SVG text per figure name and layout. */
export type Drawings = ReadonlyMap<string, Readonly<Record<Layout, string>>>;

type Shown = Readonly<{ context: Context; drawings: Drawings }>;

/** Figures in the order given, with a small heading where an area begins when there is more than one figure. */
export function ShowFigures({ figures, ...shown }: Shown & { figures: readonly Figure[] }) {
  const titled = figures.length > 1 && figures.some(({ area }) => area !== undefined && area !== null);
  const begins = ({ area }: Figure, position: number) => position === 0 || figures[position - 1]?.area !== area;
  return (
    <>
      {figures.map((figure, position) => (
        <Fragment key={figure.name}>
          {titled && begins(figure, position) ? (
            <h3 class="area">{shown.context.texts.areas[figure.area ?? "none"]}</h3>
          ) : null}
          <ShowFigure {...shown} figure={sayOnce(figures, position)} level={titled ? "h4" : "h3"} />
        </Fragment>
      ))}
    </>
  );
}

/** A figure without what the figures before it already said about reading it. */
function sayOnce(figures: readonly Figure[], position: number): Figure {
  const figure = figures[position] as Figure;
  const said = new Set(figures.slice(0, position).flatMap(({ reading = [] }) => reading));
  return { ...figure, reading: (figure.reading ?? []).filter((sentence) => !said.has(sentence)) };
}

type Heading = "h2" | "h3" | "h4";
type One = Shown & Readonly<{ figure: Figure; level?: Heading; above?: ComponentChildren }>;

/** One figure; the drawing for telephones is hidden on wide screens and the other way round. `above` stands between title and drawing. */
export function ShowFigure({ context, figure, drawings, level: Heading = "h3", above = null }: One) {
  const drawn = drawings.get(figure.name);
  const notes = [...figure.notes, ...(figure.reading ?? [])];
  return (
    <figure>
      <Heading>{figure.title}</Heading>
      {figure.subtitle === undefined ? null : <p class="subtitle">{figure.subtitle}</p>}
      {above}
      {figure.key === undefined ? null : <SignKey context={context} signs={figure.key} />}
      <div class="drawing wide" dangerouslySetInnerHTML={{ __html: drawn?.wide ?? "" }} />
      <div class="drawing narrow" dangerouslySetInnerHTML={{ __html: drawn?.narrow ?? "" }} />
      {notes.length === 0 ? null : (
        <figcaption>
          {notes.map((note) => (
            <span key={note}>{note} </span>
          ))}
        </figcaption>
      )}
      <FoldedTable table={figure.table} label={`${figure.table.caption}: ${figure.title}`} />
    </figure>
  );
}

/** A table behind a line that opens it; the line names what it opens. */
export function FoldedTable({ table, label }: { table: FigureTable; label: string }) {
  return (
    <details class="numbers">
      <summary>{table.caption}</summary>
      <ShowTable table={table} label={label} />
    </details>
  );
}

/** A table under its caption as a heading. */
export function TitledTable({ table }: { table: FigureTable }) {
  return (
    <>
      <h3>{table.caption}</h3>
      <ShowTable table={table} label={table.caption} />
    </>
  );
}

/** A table that scrolls inside its own frame when the page is narrower; the first column names the row. */
export function ShowTable({ table, label }: { table: FigureTable; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: neither a landmark, of which there would be dozens, nor a set of controls
    <div class="frame" role="group" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.title} scope="col" class={column.numeric ? "n" : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join("\t")}>{row.map((cell, position) => showCell(cell, position, table))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function showCell(cell: string, position: number, table: FigureTable) {
  const column = table.columns[position];
  if (position === 0)
    return (
      <th key={position} scope="row">
        <bdi>{cell}</bdi>
      </th>
    );
  if (column?.numeric === true)
    return (
      <td key={position} class="n">
        {cell}
      </td>
    );
  return (
    <td key={position} class={classOf(cell)}>
      <bdi>{cell}</bdi>
    </td>
  );
}

/** Fingerprints may break anywhere; short codes such as the name of a wave not at all. */
function classOf(cell: string): string | undefined {
  if (/^[0-9a-f]{64}$/.test(cell)) return "h";
  return /^\S{1,16}$/.test(cell) && cell.includes("-") ? "k" : undefined;
}
