// Plain JavaScript without dependencies: it runs before anything is installed.
import { connect } from 'node:net';

/** How long the registry may take to answer; npm itself would try for minutes, saying nothing. */
const PATIENCE_MS = 8000;

/** Whether a host takes a connection. */
const answers = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port, autoSelectFamily: true, timeout: PATIENCE_MS });
    const end = (found) => {
      socket.destroy();
      resolve(found);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });

/**
 * Whether the registry is out of reach: true only when that is sure, as it is not behind a proxy.
 * `settingOf` gives npm's settings by name.
 */
export async function isOutOfReach(settingOf, env = process.env) {
  const setting = (name) => {
    const text = settingOf(name);
    return text && text !== 'null' && text !== 'undefined' ? text : undefined;
  };
  const proxy = Object.keys(env).some((name) => /^(?:https?|all)_proxy$/i.test(name));
  if (proxy || setting('https-proxy') || setting('proxy')) return false;
  const registry = setting('registry');
  if (!registry || !URL.canParse(registry)) return false;
  const { hostname, port, protocol } = new URL(registry);
  const usual = protocol === 'http:' ? 80 : 443;
  return !(await answers(hostname.replace(/^\[|\]$/g, ''), Number(port) || usual));
}
