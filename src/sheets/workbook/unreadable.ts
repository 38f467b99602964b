/** A file that is no spreadsheet, or none that can be read; the message says what to do. */
export class UnreadableBook extends Error {}
