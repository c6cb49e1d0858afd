import type { Express } from 'express';

/** One way into the application: a method and a pattern with `:names` for what varies. */
export interface Route {
  method: string;
  path: string;
}
interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
}
const routesIn = (stack: readonly Layer[]): Route[] =>
  stack.flatMap(({ route, handle }) => {
    if (!route) return routesIn(handle.stack ?? []);
    const methods = Object.keys(route.methods).map((method) => method.toUpperCase());
    return [route.path].flat().flatMap((path) => methods.map((method) => ({ method, path })));
  });
/** Every route of an application, those of its routers included, which are all mounted at its root. */
export const routesOf = (app: Express): Route[] => routesIn(app.router.stack as unknown as Layer[]);
