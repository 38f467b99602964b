/**
 * `<office-form>`: the form page. What stands in it without scripts says what to do instead; when this runs, the
 * steps take its place. Nothing is sent anywhere but to the platform that `site.json` names.
 */
import { dateInShanghai } from '../../domain/dates.ts';
import type { AdminData } from '../../views/admin.ts';
import { element } from '../element.ts';
import { clockNote } from './cautions.ts';
import { FormSession } from './form-session.ts';

/** The data in the page, or undefined where it is missing or broken. */
function dataIn(host: HTMLElement): AdminData | undefined {
  try {
    return JSON.parse(host.querySelector('script[type="application/json"]')?.textContent ?? '') as AdminData;
  } catch {
    return undefined;
  }
}

class OfficeForm extends HTMLElement {
  connectedCallback(): void {
    const data = this.querySelector('.steps') ? undefined : dataIn(this);
    if (!data) return;
    const steps = element('div', { class: 'steps' });
    const instead = this.querySelector<HTMLElement>('[data-part="instead"]');
    if (instead) instead.hidden = true;
    const today = dateInShanghai(new Date());
    this.append(clockNote(today) ?? '', steps);
    void new FormSession(data, steps, today).begin();
  }
}

customElements.define('office-form', OfficeForm);

/** What stands on pages of their own. */
const OTHERS = {
  'connection-check': () => import('./connection-check.ts'),
};
for (const [name, load] of Object.entries(OTHERS)) if (document.querySelector(name)) void load();
