import { withBase } from '../domain/urls.ts';

async function answerOf(path: string): Promise<Response> {
  const response = await fetch(withBase(import.meta.env.BASE_URL, path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** What stands in a list of the site; fails where it does not come. */
export const fetched = async <T>(path: string): Promise<T> => (await (await answerOf(path)).json()) as T;

/** The bytes of a file of the site; fails where it does not come. */
export const fetchedBytes = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await answerOf(path)).arrayBuffer());
