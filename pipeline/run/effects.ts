/** What the pipeline may not reach for itself. */
export type Effects = Readonly<{
  /** The current day, ISO 8601: a wave that closes later can't be scanned. */
  today: string;
  /** A folder only this user can read, removed by the caller: decoded copies and spilled data. */
  privateFolder: string;
  /** How much the database may keep in memory; beyond it, it spills into the private folder. */
  megabytes: number;
  announce: (step: string) => void;
  tool: string;
}>;
