/** Reads the instrument files that ship, without the code that reads them for a scan. */
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { Instrument, InstrumentTemplate } from "../../schemas/instrument.ts";

const folder = new URL("../../schemas/instruments/", import.meta.url);

export const listFiles = (): string[] => readdirSync(folder).filter((file) => file.endsWith(".yaml"));

/** The text of a file. */
export const readText = (file: string): string => readFileSync(new URL(file, folder), "utf8");

export const read = (file: string): Instrument => Instrument.parse(parse(readText(file)));

export const find = (id: string): Instrument => read(`${id}.yaml`);

export const templates = readdirSync(new URL("templates/", folder)).map((file) => ({
  file,
  template: InstrumentTemplate.parse(parse(readText(`templates/${file}`))),
}));
