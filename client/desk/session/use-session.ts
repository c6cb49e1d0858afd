import { useMemo, useRef, useState } from 'preact/hooks';
import { call, Refusal } from '#client/platform/api.ts';

/** The person's session at the desk: when it ends in the middle of work, it is asked for anew and the work goes on. */
export interface Session {
  ask: typeof call;
  /** Does what asks the server in another way; where that is refused for want of a session, once more when the person is in again. */
  withSession: <T>(work: () => Promise<T>) => Promise<T>;
  /** The dialogue for signing in again is to be open. */
  isAsking: boolean;
  /** How that dialogue ended. */
  settle: (isSignedIn: boolean) => void;
}
const hasEnded = (error: unknown): boolean => error instanceof Refusal && error.problem.code === 'sign-in.required';

/** Keeps the session: a request refused for want of one waits for the person to sign in, and is then sent again. */
export function useSession(): Session {
  const [isAsking, setAsking] = useState(false);
  const waiting = useRef<{ promise: Promise<boolean>; settle: (isSignedIn: boolean) => void } | null>(null);
  const deeds = useMemo(() => {
    const signIn = (): Promise<boolean> => {
      if (!waiting.current) {
        let settle: (isSignedIn: boolean) => void = () => undefined;
        const promise = new Promise<boolean>((resolve) => {
          settle = resolve;
        });
        waiting.current = { promise, settle };
        setAsking(true);
      }
      return waiting.current.promise;
    };
    const withSession: Session['withSession'] = async (work) => {
      try {
        return await work();
      } catch (error) {
        if (!hasEnded(error) || !(await signIn())) throw error;
        return work();
      }
    };
    const ask: typeof call = (endpoint, parts) => withSession(() => call(endpoint, parts));
    const settle = (isSignedIn: boolean): void => {
      waiting.current?.settle(isSignedIn);
      waiting.current = null;
      setAsking(false);
    };
    return { ask, withSession, settle };
  }, []);
  return { ...deeds, isAsking };
}
