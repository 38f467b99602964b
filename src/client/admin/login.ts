/** Who is asking. A login on the platform where that is possible, a pasted token everywhere. */
import type { AdminData } from '../../views/admin.ts';
import { element } from '../element.ts';
import { addressesOf } from '../../forges/login-addresses.ts';
import type { EditorSettings } from '../../schemas/editor.ts';
import { FORGES } from '../../domain/forges.ts';
import { button, workButton } from './ui.ts';

export interface Login {
  readonly data: AdminData;
  /** Told of a token, or of its absence when somebody goes on without an account. */
  readonly done: (token: string | undefined) => void;
}

function tokenField({ data, done }: Login): HTMLElement[] {
  const input = element('input', {
    type: 'password',
    id: 'login-token',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'login-token-hint',
  });
  const go = () => {
    const token = input.value.replace(/\s/g, '');
    if (token) done(token);
    else input.focus();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) go();
  });
  return [
    element('div', { class: 'field' }, [
      element('label', { for: 'login-token' }, ['访问令牌']),
      element('p', { class: 'hint', id: 'login-token-hint' }, [
        `司法局发给您的一串字符，或者自己在 ${FORGES[data.editor.forge]} 的“设置”里生成。只在这个窗口里用，关掉窗口就忘掉，不会存到电脑上。`,
      ]),
      input,
    ]),
    button('用令牌登录', go, 'primary'),
  ];
}

/** True where this browser can log in on the platform. Without https, browsers lack the digest that PKCE needs. */
const canLogIn = (settings: EditorSettings): boolean =>
  Boolean(settings.clientId) && addressesOf(settings) !== undefined && window.isSecureContext;

export function loginStep(login: Login): HTMLElement {
  const { editor } = login.data;
  const byToken = tokenField(login);
  const onPlatform = canLogIn(editor)
    ? [
        workButton(`用 ${FORGES[editor.forge]} 账号登录`, async () =>
          (await import('./pkce.ts')).goToLogin(editor),
        ),
        element('details', {}, [element('summary', {}, ['不能登录？用令牌']), ...byToken]),
      ]
    : byToken;
  return element('section', { class: 'step', 'aria-labelledby': 'login-title' }, [
    element('h2', { id: 'login-title', tabindex: '-1' }, ['登录']),
    ...onPlatform,
    element('p', { class: 'soft' }, ['没有账号也可以填：填好后下载“修改包”，交给县（市、区）司法局。']),
    button('没有账号，先填再下载', () => login.done(undefined), 'quiet'),
  ]);
}
