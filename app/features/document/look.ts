/** The colours of a document, the same in whatever file it becomes: words, quiet words, headings, and the lines of tables. */
export const ink = "#14211e";
export const soft = "#4f5b58";
export const brand = "#12473f";
export const line = "#b9c4c0";
