/** What came back: the status, 0 where there was no answer, and the page or part of one that it held. */
interface Answer {
  status: number;
  page: Document | null;
}
/** A form that is being sent. */
export interface OnItsWay {
  answer: Promise<Answer>;
  /** Breaks it off; the answer is then of status 0. */
  stop(): void;
}
/** Sends a form without leaving the page; `progress` hears how much of it has gone, from 0 to 1, which `fetch` cannot tell. */
export function sendForm(
  action: string,
  body: FormData | URLSearchParams,
  progress?: (part: number) => void,
): OnItsWay {
  const request = new XMLHttpRequest();
  request.open('POST', action);
  request.responseType = 'document';
  const answer = new Promise<Answer>((resolve) => {
    request.addEventListener('loadend', () => resolve({ status: request.status, page: request.response }));
  });
  request.upload.addEventListener('progress', ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0));
  request.send(body);
  return { answer, stop: () => request.abort() };
}
