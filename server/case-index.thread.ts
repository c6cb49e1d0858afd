// The thread of the case index: a connection to MongoDB of its own, the regimes' words, and the index.
import { parentPort, workerData } from 'node:worker_threads';
import { connectDatabase } from '#server/platform/database.ts';
import { useLog } from '#server/platform/log.ts';
import { installRegimes } from '#server/regimes.ts';
import { keepCaseIndex, serveCaseIndex } from '#server/register/index.ts';
import type { CaseIndexThreadData } from './case-index.begin.ts';

const { mongodbUri, logLevel } = workerData as CaseIndexThreadData;
useLog(logLevel, 'case-index');
installRegimes();
const keeper = keepCaseIndex();
if (!parentPort) throw new Error('the case index is a thread of the web process');
await connectDatabase(mongodbUri);
serveCaseIndex(parentPort, keeper);
