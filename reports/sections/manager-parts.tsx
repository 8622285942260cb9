/** What a manager can do with the outcome: the conversation, what to leave alone, where to find help, the words. In: the team; out: parts. */
import type { Context } from "../context.ts";
import type { TeamRow } from "../rows/team-rows.ts";
import { Glossary } from "./glossary.tsx";
import type { Part } from "./part.tsx";

export function listManagerParts(context: Context, team: TeamRow | undefined): Part[] {
  const { glossary, manager } = context.texts;
  const flagged = team?.level === "elevated" || team?.level === "watch";
  return [
    {
      id: "talk",
      title: manager.talk,
      content: (
        <>
          <p>{flagged ? manager.talkFlagged : manager.talkOther}</p>
          <h3>{manager.open}</h3>
          <List sentences={manager.questions} />
          <h3>{manager.role}</h3>
          <dl class="words">
            {manager.steps.map(([word, meaning]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <h3>{manager.never}</h3>
          <List sentences={manager.neverDo} />
        </>
      ),
    },
    { id: "help", title: manager.help, content: <List sentences={manager.whomToCall} /> },
    { id: "glossary", title: glossary.title, content: <Glossary context={context} /> },
  ];
}

const List = ({ sentences }: { sentences: readonly string[] }) => (
  <ul>
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);
