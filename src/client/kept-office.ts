/** The reader's office on this device. Where the browser keeps nothing, the address of the page still can name one. */
import { MY_OFFICE } from '../domain/my-office.ts';

export function keptOffice(): string | null {
  try {
    return localStorage.getItem(MY_OFFICE);
  } catch {
    return null;
  }
}

export function keepOffice(id: string | undefined): void {
  try {
    if (id) localStorage.setItem(MY_OFFICE, id);
    else localStorage.removeItem(MY_OFFICE);
  } catch {
    // Private browsing: nothing is kept.
  }
}
