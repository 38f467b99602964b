import scriptOfOpen from '../client/office-page-open.ts?worker&url';
import scriptOfPage from '../client/office-page.ts?worker&url';
import type { OfficeView } from '../views/office.ts';

/** The one script of an office's page: with what hours and an address need only where they are published. */
export const officeScript = ({ openNow, answer }: OfficeView): string =>
  openNow || answer.address ? scriptOfOpen : scriptOfPage;
