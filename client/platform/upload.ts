import type { Brought, Endpoint } from '#shared/contract/endpoint.ts';
import { addressOf, brought, inPageLanguage, Offline } from './api.ts';

/** A file on its way to the server. */
export interface Upload<E extends Endpoint> {
  answer: Promise<Brought<E>>;
  /** Breaks it off; the answer is then `Offline`. */
  stop(): void;
}
/** Sends one file to an endpoint that takes one, with the session of the page; `progress` hears how much has gone, from 0 to 1, which `fetch` cannot tell. Refusals are those of `call`. */
export function upload<const E extends Endpoint & { upload: string }>(
  { method, path, upload: part }: E,
  { params, file }: { params: Readonly<Record<string, string>>; file: File },
  progress: (part: number) => void,
): Upload<E> {
  const body = new FormData();
  body.set(part, file);
  const request = new XMLHttpRequest();
  request.open(method, addressOf(path, params));
  for (const [name, value] of Object.entries(inPageLanguage())) request.setRequestHeader(name, value);
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0));
  const answer = new Promise<void>((resolve) => request.addEventListener('loadend', () => resolve())).then(() => {
    const { status, response } = request;
    if (status === 0) throw new Offline('no answer');
    return brought<E>(response, { status, isDone: status < 400 });
  });
  request.send(body);
  return { answer, stop: () => request.abort() };
}
