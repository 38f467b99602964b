/** The part of an office's page that tells of days; whom to ask stays. */
const DAYS = /(<whereabouts-today\b[^>]*>)([^]*?)(<\/whereabouts-today>)/g;

/** A page without the days that it tells of. */
export const withoutDays = (html: string): string =>
  html.replace(DAYS, (_, begin: string, inside: string, end: string) => {
    const told = /<section\b[^]*?<\/section>|<script\b[^]*?<\/script>/g;
    return begin + inside.replace(told, '') + end;
  });
