// The making of documents that leave the service: Word files, PDFs, and the fingerprint of what they were made from.
export { paragraphsIn, type Block, type DocumentParts } from "./blocks";
export { canonical } from "./canonical";
export { fingerprint } from "./fingerprint.server";
export { pdfOf } from "./pdf.server";
export { bold, bullet, facts, heading, lines, soft, table, wordDocument, wordOf, type WordBlock } from "./word.server";
