/** A name as people see it: accents composed, marks without width gone, blanks of any kind and length as one. */
export const simplifyName = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[\ufeff\u200b\0]/g, "")
    .replace(/\s+/g, " ")
    .trim();
