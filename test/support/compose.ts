import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A service of docker-compose.yml, as far as the tests look at it. */
export interface Service {
  image: string;
  build?: string;
  user?: string;
  profiles?: string[];
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  networks?: string[];
  network_mode?: string;
  ports?: string[];
  volumes?: string[];
  restart: string;
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  tmpfs?: string[];
  logging?: { options: Record<string, string> };
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  deploy?: { resources: { limits: { memory: string } } };
}
/** docker-compose.yml as a tree, with what its anchors stand for. */
export interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, unknown>;
}
/** The text of docker-compose.yml. */
export const composeText = (): string => readFileSync('docker-compose.yml', 'utf8');
/** docker-compose.yml, its places filled from these values or from their defaults; `$$` is left as it stands. */
export const readCompose = (values: Readonly<Record<string, string>> = {}): Compose => {
  const fill = (text: string): string =>
    text.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, name: string, fallback = '') => values[name] ?? fallback);
  const filled = (_key: unknown, value: unknown): unknown => (typeof value === 'string' ? fill(value) : value);
  return parse(composeText(), filled, { merge: true }) as Compose;
};
/** One service by its name. */
export function serviceOf(compose: Compose, name: string): Service {
  const service = compose.services[name];
  if (!service) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
}
