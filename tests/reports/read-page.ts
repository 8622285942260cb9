/** Reads a rendered page in tests: its text, and the cells of its tables. */

const entities: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

const decode = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities[entity] ?? entity);

/** What a reader sees, one block a line; charts and the script are left out. */
export function readText(html: string): string {
  const body = html.slice(html.indexOf("<body>"));
  const lines = body
    .replace(/<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<script>[\s\S]*?<\/script>/g, "")
    .replace(/<\/t[dh]><t[dh][^>]*>/g, " | ")
    .replace(/<\/?(?:p|li|h[1-6]|tr|dt|dd|summary|section|div|figcaption|nav|ul|br|header|footer|figure)[^>]*>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .split("\n")
    .map((line) => decode(line).replaceAll("\u00a0", " ").replace(/ {2,}/g, " ").trim());
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

/** The text of every table cell outside heads. */
export const readCells = (html: string): string[] =>
  [...html.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map((match) => decode((match[1] as string).replace(/<[^>]+>/g, "")));
