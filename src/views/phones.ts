import { telLink } from '../domain/phones.ts';
import { PHONE_USES, type PhoneEntry } from '../schemas/office.ts';

/** Telephone numbers as lines: what each is for, and the link that dials it; faxes and samples have none. */
export const phoneLines = (phones: readonly PhoneEntry[]) =>
  phones.map(({ number, use, note }) => ({
    number,
    href: use === 'fax' ? undefined : telLink(number),
    text: `${PHONE_USES[use]}${note ? `（${note}）` : ''}`,
  }));
