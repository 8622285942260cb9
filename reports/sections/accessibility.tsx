/** What was done so that everyone can read the report, and what is known to be missing. */
import type { Context } from "../context.ts";

export function Accessibility({ context }: { context: Context }) {
  const { accessibility } = context.texts;
  return (
    <>
      <p>{accessibility.aim}</p>
      <ul>
        {accessibility.done.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>{accessibility.gaps}</p>
      <ul>
        {accessibility.known.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
