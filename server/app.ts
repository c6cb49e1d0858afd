import { isUtf8 } from 'node:buffer';
import type { RequestListener } from 'node:http';
import express, { type Express, type Router } from 'express';
import { accountRoutes } from '#server/accounts/accounts.routes.ts';
import { appealRoutes } from '#server/appeals/appeal.routes.ts';
import { fileRoutes } from '#server/attachments/files.routes.ts';
import { bulkRoutes } from '#server/bulk/bulk.routes.ts';
import { catalogueRoutes } from '#server/catalogue/catalogue.routes.ts';
import { legalClockRoutes } from '#server/deadlines/legal-clock.routes.ts';
import { deskViewRoutes } from '#server/desk/desk-view.routes.ts';
import { executorRoutes } from '#server/executors/executors.routes.ts';
import { mayReadFile } from '#server/file-access.ts';
import { historyRoutes } from '#server/history/roots.routes.ts';
import { useWhoAsks } from '#server/http/actor.ts';
import { byArea } from '#server/http/by-area.ts';
import { type MayStay, openConnections } from '#server/http/connections.ts';
import { type FastLane, fastLane } from '#server/http/fast-lane.ts';
import { front } from '#server/http/front.ts';
import { type Dependency, healthRoutes } from '#server/http/health.ts';
import { addressOf, requestLimits } from '#server/http/limits.ts';
import type { LoadGuard } from '#server/http/load-guard.ts';
import { openApiRoutes } from '#server/http/openapi.ts';
import { problems, refuser } from '#server/http/problems.ts';
import { securityHeaders } from '#server/http/security.ts';
import { useSessionCookie } from '#server/http/session.ts';
import { identityRoutes } from '#server/identity/identity.routes.ts';
import { useCodeLimits, useEid } from '#server/identity/index.ts';
import type { MayPass } from '#server/live/index.ts';
import { TILES, tileBody } from '#server/map/index.ts';
import { mapRoutes } from '#server/map/map.routes.ts';
import { moderationRoutes } from '#server/moderation/moderation.routes.ts';
import { gatewayReceiptRoutes } from '#server/notifications/gateway-receipts.routes.ts';
import { useMeasuredSite } from '#server/notifications/index.ts';
import { messageTextRoutes } from '#server/notifications/message-texts.routes.ts';
import { messageRoutes } from '#server/notifications/messages.routes.ts';
import { receiptRoutes } from '#server/notifications/receipts.routes.ts';
import { openDataRoutes } from '#server/open-data/open-data.routes.ts';
import { petitionDataRoutes } from '#server/open-data/petition-data.routes.ts';
import { accountPages } from '#server/pages/account.routes.ts';
import { articlePages } from '#server/pages/articles.routes.ts';
import { layAssets } from '#server/pages/assets.ts';
import { casePages } from '#server/pages/case.routes.ts';
import { clockPages } from '#server/pages/clock.routes.ts';
import { deskPages } from '#server/pages/desk.routes.ts';
import { embedPages } from '#server/pages/embed.routes.ts';
import { feedbackPages } from '#server/pages/feedback.routes.ts';
import { fieldListPages } from '#server/pages/field-list.routes.ts';
import { type CityFigures, tilesIn } from '#server/pages/home.page.tsx';
import { homePages } from '#server/pages/home.routes.ts';
import { journalPages } from '#server/pages/journal.routes.ts';
import { letterMaker } from '#server/pages/letter.maker.ts';
import { letterLinkPages } from '#server/pages/letter-link.routes.ts';
import { mailPages } from '#server/pages/mail.routes.ts';
import { messageStatisticsPages } from '#server/pages/message-statistics.routes.ts';
import { myPages } from '#server/pages/my.routes.ts';
import { myMessagesPages } from '#server/pages/my-messages.routes.ts';
import { myPetitionPages } from '#server/pages/my-petitions.routes.ts';
import { newsPages } from '#server/pages/news.routes.ts';
import { openDataPages } from '#server/pages/open-data.routes.ts';
import { overduePages } from '#server/pages/overdue.routes.ts';
import { paperPages } from '#server/pages/papers.routes.ts';
import { conveningFile } from '#server/pages/petitions/convening.file.ts';
import { eidBy, eidPages } from '#server/pages/petitions/eid.routes.ts';
import { petitionPages } from '#server/pages/petitions/petitions.routes.ts';
import { problemDocument } from '#server/pages/problem.document.ts';
import { receiptPages } from '#server/pages/receipt.routes.ts';
import { replyPages } from '#server/pages/reply.routes.ts';
import { reportPages } from '#server/pages/report.routes.ts';
import { shortLinkPages } from '#server/pages/short-link.routes.ts';
import { signaturePages } from '#server/pages/signature.routes.ts';
import { statisticsPages } from '#server/pages/statistics.routes.ts';
import { verifyPages } from '#server/pages/verify.routes.ts';
import { withdrawPages } from '#server/pages/withdraw.routes.ts';
import { noKnownWorks } from '#server/pages/wizard/known-works.ts';
import { wizardPages } from '#server/pages/wizard/wizard.routes.ts';
import { workPages } from '#server/pages/work.routes.ts';
import { petitionDeskRoutes } from '#server/petitions/petition-desk.routes.ts';
import { petitionFileRoutes } from '#server/petitions/petition-files.routes.ts';
import { petitionRoutes } from '#server/petitions/petitions.routes.ts';
import { placeRoutes } from '#server/places/places.routes.ts';
import type { Config } from '#server/platform/config.ts';
import { filesBy, useFiles } from '#server/platform/files/files.ts';
import { Problem } from '#server/platform/problem.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { postRoutes } from '#server/post/post.routes.ts';
import { referenceRoutes } from '#server/reference/reference.routes.ts';
import { installRegimes } from '#server/regimes.ts';
import { useLetterMaker, whoAsks } from '#server/register/index.ts';
import { registerRoutes } from '#server/register/register.routes.ts';
import { sessionRoutes } from '#server/register/sessions.routes.ts';
import { signatureRoutes } from '#server/register/signature.routes.ts';
import { reportRoutes } from '#server/reports/reports.routes.ts';
import { routingRoutes } from '#server/routing/routing.routes.ts';
import { statisticsRoutes } from '#server/statistics/statistics.routes.ts';
import { templateRoutes } from '#server/templates/template.routes.ts';

/** What the application needs from outside itself; tests give their own. */
export interface Wiring {
  config: Pick<
    Config,
    | 'CLAMD_URL'
    | 'DATA_KEYS'
    | 'HISTORY_KEYS'
    | 'MAP_TILES_ATTRIBUTION'
    | 'MAP_TILES_URL'
    | 'PUBLIC_URL'
    | 'TRUSTED_PROXIES'
    | 'RATE_LIMIT_SCALE'
    | 'TWILIO_AUTH_TOKEN'
    | 'SMS_HOOK_KEY'
  > &
    Partial<Pick<Config, 'EMBED_ORIGINS' | 'EID_ISSUER' | 'EID_CLIENT_ID' | 'EID_CLIENT_SECRET'>>;
  dependencies: readonly Dependency[];
  isDraining: () => boolean;
  figures: () => CityFigures;
  /** Refuses early what cannot be carried; without it everything is let in. */
  guard?: LoadGuard;
  /** Pages that only the demo has. */
  demo?: Router;
}
/** The application: its listener, the lane into which prepared answers are put, and its limits for what comes by other ways. */
export interface App {
  listener: RequestListener;
  lane: FastLane;
  /** What answers behind the lane: for whoever walks through every route. */
  routes: Express;
  /** Counts a request for this path, and says whether it may pass now. */
  mayPass: MayPass;
  /** Whether a connection may stay open beside those of its address. */
  mayStay: MayStay;
}

const jsonBody = express.json({
  limit: '64kb',
  verify: (_req, _res, body) => {
    if (!isUtf8(body)) throw new Problem('body.malformed');
  },
});

/** Puts routers and doors together. It listens to nothing and connects to nothing: main.ts and the tests do. */
export function createApp({ config, dependencies, isDraining, figures, guard, demo }: Wiring): App {
  const { PUBLIC_URL: publicUrl, TWILIO_AUTH_TOKEN: authToken, TRUSTED_PROXIES: trustedProxies } = config;
  useKeys(config);
  useFiles(filesBy(config));
  useLetterMaker(letterMaker(publicUrl));
  useSessionCookie(publicUrl);
  useMeasuredSite(publicUrl);
  useWhoAsks(whoAsks);
  useCodeLimits(config.RATE_LIMIT_SCALE);
  useEid(eidBy(config));
  installRegimes();
  const app = express()
    .disable('x-powered-by')
    .disable('etag')
    .use(
      byArea(
        healthRoutes(dependencies, isDraining),
        openApiRoutes(publicUrl),
        historyRoutes(),
        openDataRoutes(),
        petitionDataRoutes(publicUrl),
        petitionFileRoutes(publicUrl),
      ),
    )
    .use('/api/v1', jsonBody)
    .use(
      byArea(
        fileRoutes(mayReadFile),
        catalogueRoutes,
        placeRoutes,
        legalClockRoutes,
        identityRoutes,
        accountRoutes,
        sessionRoutes,
        appealRoutes,
        executorRoutes, // these before the register's, for none of their words is a verb
        signatureRoutes,
        postRoutes,
        registerRoutes,
        moderationRoutes,
        petitionRoutes,
        petitionDeskRoutes,
        mapRoutes,
        statisticsRoutes,
        reportRoutes,
        messageRoutes,
        referenceRoutes,
        templateRoutes,
        messageTextRoutes,
        bulkRoutes,
        deskViewRoutes,
        routingRoutes,
      ),
    )
    .use(
      byArea(
        homePages({ figures, tiles: tilesIn(config) }),
        embedPages({ tiles: tilesIn(config), embedders: config.EMBED_ORIGINS ?? [] }),
        articlePages({ publicUrl }),
        clockPages(),
        accountPages(),
        deskPages({ tiles: tilesIn(config) }),
        wizardPages({ knownWorks: noKnownWorks, tiles: tilesIn(config) }),
        receiptPages(publicUrl),
        casePages(),
        feedbackPages(),
        replyPages(),
        withdrawPages(),
        reportPages(),
        overduePages(),
        paperPages(publicUrl),
        mailPages(publicUrl),
        fieldListPages(),
        journalPages(),
        signaturePages(),
        verifyPages(),
        newsPages(publicUrl),
        conveningFile(),
        petitionPages({ publicUrl, embedders: config.EMBED_ORIGINS ?? [] }),
        statisticsPages(figures),
        messageStatisticsPages(),
        openDataPages(publicUrl),
        myPages(),
        myMessagesPages(),
        myPetitionPages(),
        shortLinkPages(),
        letterLinkPages(),
        workPages(),
        eidPages(),
      ),
    );
  if (authToken) app.use(receiptRoutes({ publicUrl, authToken }));
  if (config.SMS_HOOK_KEY) app.use(gatewayReceiptRoutes(config.SMS_HOOK_KEY));
  if (demo) app.use(demo);
  app.use(() => {
    throw new Problem('not-found');
  });
  const refuse = refuser(problemDocument);
  app.use(problems(refuse));

  const headers = securityHeaders(publicUrl, config.MAP_TILES_URL);
  const lane = fastLane(headers);
  layAssets(lane);
  lane.follow(TILES, tileBody);
  const gate = requestLimits(config.RATE_LIMIT_SCALE);
  const listener = front({
    headers,
    gate,
    trustedProxies,
    publicOrigin: new URL(publicUrl).origin,
    lane,
    app,
    guard: guard ?? null,
    refuse,
  });
  const mayPass: MayPass = async (req, path) => (await gate(req, path, addressOf(req, trustedProxies))) === 0;
  const mayStay = openConnections(config.RATE_LIMIT_SCALE, (req) => addressOf(req, trustedProxies));
  return { listener, lane, routes: app, mayPass, mayStay };
}
