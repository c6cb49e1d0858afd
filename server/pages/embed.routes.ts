import { type Response, Router } from 'express';
import { letRevalidate } from '#server/http/endpoint.ts';
import { embedPage } from './embed.page.tsx';
import { visitOf } from './frame.ts';
import type { MapTiles } from './home.page.tsx';
import { cityRequestIn } from './home.query.ts';

/** How long others may keep the page without asking, in seconds. */
const KEPT_S = 60;

/** Lets the sites of these origins, and our own, show an answer in a frame. */
export function letBeFramed(res: Response, embedders: readonly string[]): void {
  const policy = String(res.getHeader('content-security-policy') ?? '');
  const ancestors = ["'self'", ...embedders].join(' ');
  res.set('content-security-policy', policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${ancestors}`));
  res.removeHeader('x-frame-options'); // it knows no list of sites; frame-ancestors takes its place
}
/**
 * The map for frames on the city's own sites, which `embedders` names by their origins, besides our own. It reads no session and
 * sets no cookie, so another site can make nobody do anything in it.
 */
export function embedPages({ tiles, embedders }: { tiles: MapTiles; embedders: readonly string[] }): Router {
  const router = Router();
  router.get(['/embed/map', '/en/embed/map'], (req, res) => {
    const { lang } = visitOf(req.path);
    const said = (name: string) => (typeof req.query[name] === 'string' ? req.query[name] : undefined);
    const body = embedPage(lang, cityRequestIn(said), tiles);
    letBeFramed(res, embedders);
    letRevalidate(res, body, KEPT_S);
    res.type('html').send(body);
  });
  return router;
}
