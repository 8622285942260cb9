/**
 * Reads a header of two rows, questions above and their options or parts below, where a blank cell continues the question to its left.
 * In: both rows. Out: "question | option" for each column, or the one that is there.
 */

/** One name per column; an option of `whole` (such as "Response") says that the question has a single column. */
export function forwardQuestions(
  questions: readonly string[],
  options: readonly string[],
  whole: readonly string[] = [],
): readonly string[] {
  const width = Math.max(questions.length, options.length);
  let question = "";
  return Array.from({ length: width }, (_, index) => {
    const own = questions[index]?.trim() ?? "";
    const option = options[index]?.trim() ?? "";
    if (own !== "" || option === "") question = own;
    if (option === "" || whole.includes(option.toLowerCase())) return question;
    return question === "" ? option : `${question} | ${option}`;
  });
}
