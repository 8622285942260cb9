/** The words of the report in alphabetical order. */
import type { Context } from "../context.ts";
import { anchorOf } from "../link-terms.ts";

export const Glossary = ({ context }: { context: Context }) => (
  <dl class="words">
    {context.texts.glossary.entries.map(([word, meaning]) => (
      <div key={word} id={anchorOf(word)}>
        <dt>{word}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
);
