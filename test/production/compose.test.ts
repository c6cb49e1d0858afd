import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { composeText, readCompose, serviceOf } from '../support/compose.ts';

const PUBLIC_URL = 'https://city.example';
const compose = readCompose({ PUBLIC_URL });
const services = Object.entries(compose.services);
/** Those that go on; the others do one thing and end. */
const lasting = services.filter(([, { restart }]) => restart === 'unless-stopped');
const names = (from: string, pattern: RegExp) => [...from.matchAll(pattern)].map(([, name = '']) => name);

describe('production: docker-compose.yml, as far as it can be judged without containers', () => {
  it('has two web processes, two workers and three members of the replica set, each like its twin', () => {
    for (const twins of [
      ['web1', 'web2'],
      ['work1', 'work2'],
      ['mongo1', 'mongo2', 'mongo3'],
    ])
      for (const twin of twins) {
        const [{ volumes: _, ...first }, { volumes: __, ...other }] = [
          serviceOf(compose, twins[0] ?? ''),
          serviceOf(compose, twin),
        ];
        assert.deepEqual(other, first, twin);
      }
    const homes = ['mongo1', 'mongo2', 'mongo3'].flatMap((name) => serviceOf(compose, name).volumes ?? []);
    assert.equal(new Set(homes).size, 3);
  });

  it('gives each service the secrets that it reads, and no other', () => {
    for (const [name, { environment = {}, secrets = [], entrypoint = [], healthcheck }] of services) {
      const files = [...Object.values(environment), ...entrypoint, ...(healthcheck?.test ?? [])].join('\n');
      const read = new Set(names(files, /\/run\/secrets\/(\w+)/g));
      const byTasks = /found|tools/.test(name) ? secrets : [...read].sort();
      assert.deepEqual([...secrets].sort(), [...byTasks].sort(), name);
      for (const secret of secrets) assert.ok(compose.secrets[secret], `${name}: ${secret} is declared nowhere`);
    }
    const used = new Set(services.flatMap(([, { secrets = [] }]) => secrets));
    assert.deepEqual([...used].sort(), Object.keys(compose.secrets).sort());
  });

  it('sets only what the settings know, and tells of every value that is asked for', () => {
    const known = new Set(names(readFileSync('server/platform/config.ts', 'utf8'), /^ {4}([A-Z][A-Z_]+): /gm));
    assert.ok(known.has('MONGODB_URI'));
    for (const name of ['web1', 'work1', 'migrate', 'task'])
      for (const setting of Object.keys(serviceOf(compose, name).environment ?? {}))
        assert.ok(known.has(setting.replace(/_FILE$/, '')), `${name}: ${setting}`);
    const told = new Set(names(readFileSync('docs/production/example.env', 'utf8'), /^#?([A-Z_]+)=/gm));
    for (const asked of names(composeText(), /\$\{(\w+)/g))
      assert.ok(told.has(asked), `${asked} is not in example.env`);
  });

  it('runs only programs that are built, and npm has a script for the lasting ones', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const programs = names(
      readFileSync('server/standalone/build.js', 'utf8'),
      /^ {2}'?([\w-]+)'?: '(?:server|workers)\//gm,
    );
    const [, image = ''] = /^CMD (\[.*\])$/m.exec(readFileSync('Dockerfile', 'utf8')) ?? [];
    for (const [name, { build, entrypoint = [], command }] of services) {
      if (!build) continue;
      const [node, file = '', ...words] = [...entrypoint, ...(command ?? (JSON.parse(image) as string[]))];
      assert.equal(node, 'node', name);
      const [, bundle] = /^dist\/(.+)\.js$/.exec(file) ?? [];
      if (bundle) assert.ok(programs.includes(bundle), `${name}: ${file}`);
      else {
        assert.ok(existsSync(file), `${name}: ${file}`);
        const task = words[0] === 'task' ? words[1] : words[0];
        assert.ok(scripts[task ?? '']?.endsWith(words.slice(0, 2).join(' ')), `${name}: ${words.join(' ')}`);
      }
    }
  });

  it('lets no container gain rights, write where it should not, or fill the disk with its log', () => {
    for (const [name, service] of services) {
      assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
      assert.ok(service.logging?.options['max-size'] && service.logging.options['max-file'], name);
      if (name === 'clamav') continue; // its image writes where it likes; it sees uploaded files and nothing else
      assert.equal(service.read_only, true, name);
      assert.deepEqual(service.cap_drop, ['ALL'], name);
      assert.deepEqual(service.cap_add ?? [], name === 'proxy' ? ['NET_BIND_SERVICE'] : [], name);
    }
    for (const [name, { deploy, healthcheck, build }] of lasting) {
      assert.ok(deploy?.resources.limits.memory, `${name} may take all memory`);
      if (name !== 'clamav') assert.ok(healthcheck?.test || build, `${name} has no health check`);
    }
    assert.match(readFileSync('Dockerfile', 'utf8'), /^USER node$[\s\S]*^HEALTHCHECK /m);
  });

  it('opens only the proxy to the world, and keeps the databases from the internet', () => {
    for (const [name, { ports = [] }] of services) assert.equal(ports.length > 0, name === 'proxy', name);
    for (const name of ['data', 'front', 'scan']) assert.equal(compose.networks[name]?.internal, true, name);
    for (const name of ['mongo1', 'mongo2', 'mongo3', 'redis', 'tools', 'migrate', 'task'])
      assert.deepEqual(serviceOf(compose, name).networks, ['data'], name);
    assert.ok(!serviceOf(compose, 'proxy').networks?.includes('data'));
    assert.equal(serviceOf(compose, 'web1').environment?.TRUSTED_PROXIES, '1');
  });

  it('pins what it gets from elsewhere to a version', () => {
    for (const [name, { image, build }] of services) if (!build) assert.match(image, /^[\w./-]+:\d+\.\d+\.\d+/, name);
    assert.match(readFileSync('Dockerfile', 'utf8'), /^ARG NODE=node:24\.\d+\.\d+-/m);
  });

  it('starts in order: databases, set, migrations, site, door', () => {
    const waitsFor = (name: string) =>
      Object.entries(serviceOf(compose, name).depends_on ?? {}).map(([on, { condition }]) => `${on} ${condition}`);
    assert.deepEqual(
      waitsFor('found'),
      ['mongo1', 'mongo2', 'mongo3'].map((name) => `${name} service_healthy`),
    );
    assert.deepEqual(waitsFor('migrate'), ['found service_completed_successfully']);
    for (const name of ['web1', 'work1'])
      assert.deepEqual(waitsFor(name), ['migrate service_completed_successfully', 'redis service_healthy']);
    assert.deepEqual(waitsFor('proxy'), ['web1 service_healthy', 'web2 service_healthy']);
  });
});
