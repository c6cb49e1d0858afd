import { createServer } from 'node:http';
import mongoose from 'mongoose';
import { createApp } from '#server/app.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { beginCaseIndex } from '#server/case-index.begin.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { homeBuffers } from '#server/home-buffers.ts';
import { guardBy, showLoad, watchLoop } from '#server/http/load.ts';
import { showCounts, showFigures, startMetrics } from '#server/http/metrics.ts';
import { codesAsked } from '#server/identity/index.ts';
import { followChanges, liveUpdates } from '#server/live/index.ts';
import { refuseOlderSchema } from '#server/migrations.ts';
import { loadHiddenDistricts } from '#server/moderation/index.ts';
import { MESSAGE_FIGURES, messageFigures } from '#server/notifications/index.ts';
import { tilesIn } from '#server/pages/home.page.tsx';
import { keepPetitions } from '#server/petition-buffers.ts';
import { loadCharters } from '#server/petitions/index.ts';
import { loadPlaces } from '#server/places/index.ts';
import { broadcastBy } from '#server/platform/broadcast.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { readConfig } from '#server/platform/config.ts';
import { connectDatabase, disconnectDatabase, isDatabaseReady } from '#server/platform/database.ts';
import { log, useLog } from '#server/platform/log.ts';
import { runProcess } from '#server/platform/process.ts';
import { isRedisReady } from '#server/platform/redis.ts';
import { keepCaseIndexThread, listsAnswered } from '#server/register/index.ts';
import { demoPages } from '#server/standalone/demo/demo.routes.ts';
import { keepStatistics } from '#server/statistics-buffers.ts';

/** For so long a connection may rest. Longer than any proxy before it keeps one: who closes first must be who sends, or a request meets a closed door. */
const RESTING_MS = 130_000;

await runProcess('web', async (drain) => {
  const config = readConfig();
  useLog(config.LOG_LEVEL, 'web');
  if (config.VIDHUK_CLOCK !== undefined) shiftClock(config.VIDHUK_CLOCK);
  await connectDatabase(config.MONGODB_URI);
  drain(disconnectDatabase);
  await refuseOlderSchema();
  await loadCalendar();
  await loadCatalogue();
  await loadCharters();
  await loadPlaces();
  await loadHiddenDistricts();

  const guard = guardBy(config);
  const home = homeBuffers(tilesIn(config));
  const { listener, lane, mayPass, mayStay } = createApp({
    config,
    dependencies: [
      { name: 'mongodb', isNeeded: true, check: isDatabaseReady },
      { name: 'redis', isNeeded: false, check: () => isRedisReady(config.REDIS_URL) },
    ],
    isDraining: drain.isDraining,
    figures: home.figures,
    guard,
    ...(config.VIDHUK_DEMO && { demo: demoPages(config) }),
  });
  const changes = followChanges();
  drain(() => changes.close());
  // The stream says at its beginning that there is a gap: that is when all cases are read.
  const index = keepCaseIndexThread(() =>
    beginCaseIndex({ mongodbUri: config.MONGODB_URI, logLevel: config.LOG_LEVEL }),
  );
  changes.subscribe((batch) => index.touch(batch.map(({ id }) => id)));
  changes.onGap(() => index.reload());
  drain(() => index.close());
  drain(await home.keepFresh(lane, changes));
  drain(keepStatistics(lane, changes, home.figures));
  drain(keepPetitions(lane, changes, config.PUBLIC_URL));

  const http = createServer({ keepAliveTimeout: RESTING_MS }, listener);
  const live = liveUpdates(http, changes, {
    mayPass,
    mayStay,
    carrier: (hearing) => broadcastBy(config.REDIS_URL, `vidhuk-${mongoose.connection.name}-presence`, hearing),
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.PORT, config.HOST, resolve);
  });
  drain(async () => {
    const closed = new Promise((done) => http.close(done));
    await live.close();
    http.closeIdleConnections();
    await closed;
  });
  const unwatch = watchLoop(guard);
  drain(async () => unwatch());
  startMetrics();
  showLoad(guard);
  showCounts('case_lists_total', 'Lists of cases answered, by who found the cases', 'by', listsAnswered);
  showCounts('vidhuk_codes_total', 'One-time codes asked for, by what became of them', 'outcome', codesAsked);
  showFigures(MESSAGE_FIGURES, messageFigures());
  const refresh = setInterval(
    () =>
      Promise.all([loadCalendar(), loadCharters(), loadCatalogue(), loadPlaces(), loadHiddenDistricts()]).catch(
        (error: unknown) => log().warn({ err: error }, 'the catalogue and the places are as old as they were'),
      ),
    60_000,
  );
  drain(async () => clearInterval(refresh));
});
