/** A part of a page under its own heading, and how parts follow each other. */
import type { ComponentChildren } from "preact";
import type { Context } from "../context.ts";

/** `id` is the anchor; parts without content are not made. */
export type Part = Readonly<{ id: string; title: string; content: ComponentChildren }>;

export const ShowParts = ({ parts }: { parts: readonly Part[] }) => (
  <>
    {parts.map((part) => (
      <section key={part.id} id={part.id} class="part" aria-labelledby={`${part.id}-title`}>
        <h2 id={`${part.id}-title`}>{part.title}</h2>
        <div class="body">{part.content}</div>
      </section>
    ))}
  </>
);

export const Contents = ({ context, parts }: { context: Context; parts: readonly Part[] }) => (
  <nav aria-label={context.texts.page.contents}>
    <ul>
      {parts.map((part) => (
        <li key={part.id}>
          <a href={`#${part.id}`}>{part.title}</a>
        </li>
      ))}
    </ul>
  </nav>
);
