/**
 * The one door to DuckDB: opens it locked down, runs SQL, and lets none of its error texts through,
 * because they quote whole input rows.
 */
import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";

export type Row = Readonly<Record<string, DuckDBValue>>;

/** DuckDB refused a statement. Carries our own words and the statement's name, never the engine's text. */
export class DatabaseError extends Error {
  constructor(what: string) {
    super(`The database could not ${what}.`);
    this.name = "DatabaseError";
  }
}

export type Database = Readonly<{
  /** Runs one statement; `what` completes "The database could not …". Names and texts are quoted by the functions below. */
  run: (sql: string, what: string) => Promise<void>;
  rows: (sql: string, what: string) => Promise<Row[]>;
  /** Appends rows of texts and whole numbers to a table of matching columns. */
  append: (table: string, rows: Iterable<readonly (string | number | null)[]>) => Promise<void>;
  close: () => void;
}>;

/**
 * Opens an in-memory database that can read only `readable` (absolute paths), keeps at most `megabytes` in memory and spills the
 * rest into `spillFolder`. Extensions, other files, copying out, attaching and later changes of settings are all refused.
 */
export async function openDatabase(
  readable: readonly string[],
  spillFolder: string,
  megabytes: number = 1024,
): Promise<Database> {
  const guarded = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch {
      throw new DatabaseError(what);
    }
  };
  const instance = await guarded("be opened", () =>
    DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      memory_limit: `${megabytes}MiB`,
      preserve_insertion_order: "false",
      temp_directory: spillFolder,
    }),
  );
  const connection = await guarded("be opened", () => instance.connect());
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  await guarded("be locked down", async () => {
    await connection.run(`set allowed_paths = [${readable.map(quoteText).join(", ")}]`);
    await connection.run("set enable_external_access = false");
    await connection.run("set lock_configuration = true");
  }).catch((error: unknown) => {
    close();
    throw error;
  });
  return {
    run: (sql, what) => guarded(what, async () => void (await connection.run(sql))),
    rows: (sql, what) => guarded(what, async () => (await connection.runAndReadAll(sql)).getRowObjects()),
    append: (table, rows) =>
      guarded(`fill ${table}`, async () => {
        const appender = await connection.createAppender(table);
        for (const row of rows) {
          for (const value of row) {
            if (value === null) appender.appendNull();
            else if (typeof value === "number") appender.appendInteger(value);
            else appender.appendVarchar(value);
          }
          appender.endRow();
        }
        appender.closeSync();
      }),
    close,
  };
}

/** Quotes a name for SQL: the only way an identifier that is not a literal of ours enters a statement. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Quotes a text for SQL where a value cannot be bound, such as table-function options. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
