/** Shows the steps of some work: a spinner on a terminal, plain lines elsewhere, nothing when quiet. */
import { Listr, ListrLogger, ProcessOutput } from "listr2";

/** Runs `work` and returns what it gives, or throws what it throws; `announce` tells the step it is at. */
export async function showProgress<T>(
  title: string,
  stderr: NodeJS.WriteStream,
  quiet: boolean,
  work: (announce: (step: string) => void) => Promise<T>,
): Promise<T> {
  let result: { value: T } | undefined;
  let failure: { error: unknown } | undefined;
  const tasks = new Listr(
    [
      {
        title,
        task: async (_context, task) => {
          const announce = (step: string) => {
            task.output = step;
          };
          try {
            result = { value: await work(announce) };
          } catch (error) {
            failure = { error };
            throw new Error("see below");
          }
        },
      },
    ],
    {
      renderer: quiet ? "silent" : stderr.isTTY ? "default" : "simple",
      rendererOptions: {
        logger: new ListrLogger({ processOutput: new ProcessOutput(stderr, stderr) }),
        collapseErrors: false,
        showErrorMessage: false,
      },
    } as ConstructorParameters<typeof Listr>[1],
  );
  try {
    await tasks.run();
  } catch (error) {
    throw failure === undefined ? error : failure.error;
  }
  if (result === undefined) throw new Error("The work must give a result.");
  return result.value;
}
