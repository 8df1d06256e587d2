/**
 * What passes between page and server.
 */
import { languageInUse } from './words.js';

/** A refusal of the server, or silence. */
export class Refusal extends Error {
  /** @param {number} status 0 where the server did not answer @param {any} body */
  constructor(status, body) {
    const told = body?.error ?? {};
    super(told[languageInUse()] ?? told.en ?? '');
    this.name = 'Refusal';
    this.status = status;
    this.told = told;
    this.body = body;
  }
}

async function ask(method, path, body) {
  let answer;
  try {
    answer = await fetch(`/api/${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refusal(0, {
      error: { code: 'silent', en: 'The studio’s server does not answer. Is it still running?', zh: '服务器没有响应，请确认它仍在运行。' },
    });
  }
  if (answer.ok) return answer;
  let refusal = null;
  try { refusal = await answer.json(); } catch { /* no words came with it */ }
  throw new Refusal(answer.status, refusal ?? {
    error: { code: String(answer.status), en: `The server refuses (${answer.status}).`, zh: `服务器拒绝了请求（${answer.status}）。` },
  });
}

/** Names in addresses, so that no name ever changes the path. */
const part = encodeURIComponent;
const query = (values) => '?' + Object.entries(values).map(([key, value]) => `${key}=${part(value)}`).join('&');

export const api = {
  json: async (path, values) => (await ask('GET', path + (values ? query(values) : ''))).json(),
  text: async (path) => (await ask('GET', path)).text(),
  bytes: async (path, values) => (await ask('GET', path + (values ? query(values) : ''))).arrayBuffer(),
  post: async (path, body = {}) => (await ask('POST', path, body)).json(),
  game: (id, rest = '') => `games/${part(id)}${rest && '/' + rest}`,
  workshop: (code, rest = '') => `workshops/${part(code)}${rest && '/' + rest}`,
  part,
  /** An open ear for what the server tells; `handlers` by the event's name. */
  listen(path, values, handlers) {
    const source = new EventSource(`/api/${path}${query(values)}`);
    for (const [name, handler] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handler(event.data ? JSON.parse(event.data) : null, source));
    }
    return source;
  },
};
