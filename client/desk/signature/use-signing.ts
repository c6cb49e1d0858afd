import { useRef, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { upload } from '#client/platform/upload.ts';
import { moveCase } from '#shared/contract/register.ts';
import { type KeptSignedFile, matchSignedFile, type WaitingAnswer } from '#shared/contract/signature.ts';
import type { ReasonCode } from '#shared/domain/appeal.ts';
import { MOST_SIGNED_AT_ONCE } from '#shared/domain/signature.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { troubleOf } from '../form/trouble.ts';
import { conflictWords, isConflict } from '../moves/conflict-words.ts';
import { keptWords } from './kept-words.ts';

/** A file that was added, and what became of it. */
export interface AddedFile {
  key: number;
  words: string;
  state: 'waiting' | 'matched' | 'refused';
}
/** What became of one answer here. */
export interface Outcome {
  state: 'ready' | 'signed' | 'returned' | 'failed';
  words: string;
}
/** The signing of the folder's answers: each by itself, so that what fails takes nothing else along. */
export interface Signing {
  files: readonly AddedFile[];
  /** More files were chosen than are taken at a time. */
  hasTooMany: boolean;
  outcomes: ReadonlyMap<string, Outcome>;
  isBusy: boolean;
  /** How the last round went; null before one. */
  round: { signed: number; failed: number } | null;
  /** How many answers have a signed file and can be signed now. */
  ready: number;
  add: (files: readonly File[]) => void;
  kept: (caseId: string, file: KeptSignedFile | null) => void;
  sign: () => void;
  giveBack: (answer: WaitingAnswer, reasonCode: ReasonCode) => void;
}

/** Keeps what is being signed; `changed` hears when answers have left the folder. */
export function useSigning(answers: readonly WaitingAnswer[], changed: () => void): Signing {
  const desk = useDesk();
  const { ask, withSession, words } = desk;
  const { one, steps } = words.signing;
  const [files, setFiles] = useState<readonly AddedFile[]>([]);
  const [hasTooMany, setTooMany] = useState(false);
  const [pending, setPending] = useState<ReadonlyMap<string, KeptSignedFile>>(new Map());
  const [outcomes, setOutcomes] = useState<Signing['outcomes']>(new Map());
  const [round, setRound] = useState<Signing['round']>(null);
  const [isBusy, setBusy] = useState(false);
  const keys = useRef(0);

  const tell = (caseId: string, outcome: Outcome | null): void =>
    setOutcomes((all) => {
      const next = new Map(all);
      if (outcome) next.set(caseId, outcome);
      else next.delete(caseId);
      return next;
    });
  const kept: Signing['kept'] = (caseId, file) => {
    setPending((all) => {
      const next = new Map(all);
      if (file) next.set(caseId, file);
      else next.delete(caseId);
      return next;
    });
    tell(caseId, file && { state: 'ready', words: one.ready });
  };
  const why = (error: unknown): string => {
    const { message, fields } = troubleOf(error, words.desk.trouble.offline);
    const isStale = error instanceof Refusal && error.problem.code === 'version.stale';
    return isStale ? message : (Object.values(fields)[0] ?? message);
  };
  const busily = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await work();
    setBusy(false);
  };

  const match = async (key: number, file: File): Promise<void> => {
    const is = (state: AddedFile['state'], said: string): void =>
      setFiles((all) => all.map((added) => (added.key === key ? { key, state, words: said } : added)));
    const { name } = file;
    try {
      const found = await withSession(() => upload(matchSignedFile, { params: {}, file }, () => undefined).answer);
      const facts = { name, number: spacedNumber(found.number), found: keptWords(found, words.signing) };
      is('matched', fill(steps.matched, facts));
      kept(found.caseId, found);
    } catch (error) {
      is('refused', fill(steps.refused, { name, why: why(error) }));
    }
  };
  const add = (chosen: readonly File[]): Promise<void> =>
    busily(async () => {
      const taken = chosen.slice(0, MOST_SIGNED_AT_ONCE).map((file) => ({ key: keys.current++, file }));
      setTooMany(chosen.length > MOST_SIGNED_AT_ONCE);
      setFiles(
        taken.map(({ key, file }) => ({ key, state: 'waiting', words: fill(steps.waiting, { name: file.name }) })),
      );
      for (const { key, file } of taken) await match(key, file);
    });

  const signOne = async (caseId: string, { id: fileId, version }: KeptSignedFile): Promise<boolean> => {
    // The version that was read here: an answer that was changed since is not signed unseen.
    const expectedVersion = answers.find(({ id }) => id === caseId)?.version ?? version;
    const body = { expectedVersion, signature: { fileId } };
    try {
      const card = await ask(moveCase, { params: { id: caseId, verb: 'answer' }, body });
      const number = card.answer?.signed?.outgoingNumber ?? '';
      tell(caseId, { state: 'signed', words: fill(one.signed, { number }) });
      setPending((all) => new Map([...all].filter(([id]) => id !== caseId)));
      return true;
    } catch (error) {
      const objection = isConflict(error) && error.problem.code === 'move.refused';
      const said = objection ? conflictWords(error, 'answer', words) : why(error);
      tell(caseId, { state: 'failed', words: fill(one.failed, { why: said }) });
      return false;
    }
  };
  const sign = (): Promise<void> =>
    busily(async () => {
      setRound(null);
      let signed = 0;
      const asked = [...pending].slice(0, MOST_SIGNED_AT_ONCE);
      for (const [caseId, file] of asked) if (await signOne(caseId, file)) signed += 1;
      setRound({ signed, failed: asked.length - signed });
      changed();
    });
  const giveBack = ({ id, version }: WaitingAnswer, reasonCode: ReasonCode): Promise<void> =>
    busily(async () => {
      try {
        const body = { expectedVersion: version, reasonCode };
        await ask(moveCase, { params: { id, verb: 'rework' }, body });
        kept(id, null);
        tell(id, { state: 'returned', words: one.returned });
        changed();
      } catch (error) {
        tell(id, { state: 'failed', words: why(error) });
      }
    });
  return {
    files,
    hasTooMany,
    outcomes,
    isBusy,
    round,
    ready: pending.size,
    add: (chosen) => void add(chosen),
    kept,
    sign: () => void sign(),
    giveBack: (answer, reasonCode) => void giveBack(answer, reasonCode),
  };
}
