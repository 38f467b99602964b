/** `<connection-check>`: for the technician: one thing after another is tried on the platform, with what to set. */
import { checkConnection } from '../../forges/connection/check.ts';
import type { ConnectionFinding, ConnectionState } from '../../forges/connection/finding.ts';
import { addressesOf } from '../../forges/login-addresses.ts';
import type { EditorSettings } from '../../schemas/editor.ts';
import { element } from '../element.ts';
import { goToLogin, redirectAddress } from './pkce.ts';
import { dropToken, keepToken, readToken } from './session.ts';
import { workButton } from './ui.ts';

const WORDS: Readonly<Record<ConnectionState, string>> = {
  good: '✓ 可以',
  bad: '✗ 要改',
  unknown: '? 请核对',
};

/** What comes back from a login that was begun here (`pkce.ts`). */
const LOGINS: Readonly<Record<string, boolean>> = { '#logged-in': true, '#not-logged-in': false };

/** A line is a paragraph; several are a block to be copied as it is. */
const adviceLine = (text: string) =>
  /\n|^https?:/.test(text) ? element('pre', {}, [element('code', {}, [text])]) : element('p', {}, [text]);

const findingItem = ({ title, state, told, todo }: ConnectionFinding) =>
  element('li', { class: `finding ${state}` }, [
    element('h2', {}, [element('span', { class: 'tag' }, [WORDS[state]]), ` ${title}`]),
    element('p', {}, [told]),
    ...todo.map(adviceLine),
  ]);

function summary(findings: readonly ConnectionFinding[]): string {
  const count = (state: ConnectionState) => findings.filter((one) => one.state === state).length;
  const bad = count('bad');
  return `检查完了：${bad ? `${bad} 项要改` : '没有要改的'}，${count('good')} 项可以，${count('unknown')} 项请核对。`;
}

class ConnectionCheck extends HTMLElement {
  connectedCallback(): void {
    const settings = JSON.parse(
      this.querySelector('script[type="application/json"]')?.textContent ?? 'null',
    ) as EditorSettings | null;
    if (!settings || this.querySelector('.steps')) return;
    this.querySelector('[data-part="instead"]')?.setAttribute('hidden', '');
    this.append(stepsFor(settings));
  }
}

function tokenField(): HTMLInputElement {
  const input = element('input', {
    type: 'password',
    id: 'check-token',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'check-token-hint',
  });
  input.value = readToken() ?? '';
  return input;
}

function stepsFor(settings: EditorSettings): HTMLElement {
  const input = tokenField();
  const status = element('p', { class: 'status', role: 'status' });
  const list = element('ol', { class: 'bare findings' });
  const loggedIn = LOGINS[location.hash];
  const check = async () => {
    list.replaceChildren();
    status.textContent = '正在检查……';
    const token = input.value.replace(/\s/g, '') || undefined;
    if (token && token !== readToken()) {
      dropToken();
      keepToken(token);
    }
    const at = { settings, token, page: redirectAddress(), secure: window.isSecureContext, loggedIn };
    const findings: ConnectionFinding[] = [];
    for await (const finding of checkConnection(at)) {
      findings.push(finding);
      list.append(findingItem(finding));
    }
    status.textContent = summary(findings);
  };
  const go = workButton('开始检查', check);
  const logIn =
    settings.clientId && addressesOf(settings) && window.isSecureContext
      ? [workButton('登录试一次', () => goToLogin(settings), 'plain')]
      : [];
  if (loggedIn !== undefined) go.click();
  return element('div', { class: 'steps' }, [
    element('div', { class: 'field' }, [
      element('label', { for: 'check-token' }, ['访问令牌']),
      element('p', { class: 'hint', id: 'check-token-hint' }, [
        '用一个司法所账号的令牌，检查的就是它能不能填报。只在这个窗口里用。不写的，只看地址和跨站访问。',
      ]),
      input,
    ]),
    element('div', { class: 'acts' }, [go, ...logIn]),
    status,
    list,
  ]);
}

customElements.define('connection-check', ConnectionCheck);
