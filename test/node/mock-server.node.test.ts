import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createHttpAdapter } from '../../src/adapters/http.js';
import { conformance } from '../../src/conformance/index.js';
import { clientOf, createFaults, createRequestHandler, withFaults } from '../../src/mock/index.js';
import { type RunningServer, startServer } from '../../src/mock/server.js';
import { failureOf } from '../unit/adapters/builders.js';
import { fabrikam, tenantWorld } from '../unit/conformance/tenant-world.js';

/** Sends exactly these bytes and reads until the server ends the connection. */
const raw = (url: string, text: string) =>
  new Promise<string>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

const get = (url: string, path: string) =>
  raw(url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

describe('the Node server', () => {
  let running: RunningServer;
  afterEach(() => running.close());

  const serving = async (settings = {}) => {
    const faults = createFaults();
    const tenant = fabrikam();
    running = await startServer(withFaults(createRequestHandler(tenant), faults), settings);
    const adapter = createHttpAdapter({ endpoint: `${running.url}/api/sspr` });
    return { adapter, faults, tenant, url: running.url };
  };

  it('listens on the loopback interface, at any free port', async () => {
    const { url } = await serving();
    expect(url).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('resets a password over a real connection', async () => {
    const { adapter, tenant } = await serving();
    const checks = conformance(() => tenantWorld(tenant, () => adapter));
    await checks.find(({ title }) => title.startsWith('leads from a username'))?.run();
    expect(tenant.people[0]?.passwordSetAt).to.be.a('number');
  });

  it('ends the connection where a fault takes the network away', async () => {
    const { adapter, faults } = await serving();
    faults.next('discover', { kind: 'offline' });
    expect((await failureOf(adapter.discover({}, { locale: 'en' }))).code).to.equal('offline');
    expect(await adapter.discover({}, { locale: 'en' })).to.have.property('contract', 1);
  });

  it('follows no redirect', async () => {
    const { adapter, faults, url } = await serving();
    faults.next('discover', { kind: 'redirect', location: `${url}/api/sspr/v1/discover` });
    expect((await failureOf(adapter.discover({}, { locale: 'en' }))).code).to.equal('offline');
  });

  it('answers what nobody serves with 404, and a broken address with 400', async () => {
    const { url } = await serving();
    expect((await fetch(`${url}/elsewhere`)).status).to.equal(404);
    expect(await get(url, 'http://[')).to.match(/^HTTP\/1.1 400/);
  });

  it('answers to its own names only, whatever a page calls this machine', async () => {
    const call = (url: string, host: string) =>
      raw(url, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    const { url } = await serving({ hosts: ['reset.contoso.example'] });
    for (const host of ['evil.example', 'evil.example:80', '', 'localhost.evil.example'])
      expect(await call(url, host), host).to.match(/^HTTP\/1.1 4(21|00)/);
    for (const host of [
      'localhost',
      'LOCALHOST:1',
      '127.0.0.1',
      '[::1]:8080',
      'reset.contoso.example',
    ])
      expect(await call(url, host), host).to.match(/^HTTP\/1.1 404/);
  });

  it('THROTTLE-6: tells clients apart by where they call from, not by what they say', async () => {
    const seen: string[] = [];
    const tenant = fabrikam();
    running = await startServer(
      createRequestHandler((request) => {
        seen.push(clientOf(request));
        return tenant.forClient(clientOf(request));
      }),
    );
    const headers = { 'x-forwarded-for': '10.0.0.1' };
    const adapter = createHttpAdapter({ endpoint: `${running.url}/api/sspr`, headers });
    await adapter.discover({}, { locale: 'en' });
    expect(seen).to.deep.equal(['127.0.0.1']);
  });

  it('sends its headers with every answer', async () => {
    const { url } = await serving({ headers: { 'content-security-policy': "default-src 'none'" } });
    for (const path of ['/', '/api/sspr/v1/none'])
      expect((await fetch(url + path)).headers.get('content-security-policy')).to.equal(
        "default-src 'none'",
      );
  });

  it('closes at once although a browser keeps its connection, and twice', async () => {
    const { faults, url } = await serving();
    faults.next('discover', { kind: 'drop' });
    const hanging = fetch(`${url}/api/sspr/v1/discover`, { method: 'POST' }).catch(() => 'gone');
    await fetch(url);
    await running.close();
    await running.close();
    expect(await hanging).to.equal('gone');
  });

  it('tells where a port is taken', async () => {
    const { url } = await serving();
    const second = startServer(async () => undefined, { port: Number(new URL(url).port) });
    expect(await second.catch(({ code }) => code)).to.equal('EADDRINUSE');
  });
});

describe('the files of the Node server', () => {
  let root: string;
  let running: RunningServer;

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'static-'));
    const folder = join(root, 'public');
    await mkdir(join(folder, 'sub'), { recursive: true });
    await mkdir(join(root, 'public-not'));
    await writeFile(join(root, 'secret.txt'), 'secret');
    await writeFile(join(root, 'public-not', 'secret.txt'), 'secret');
    await writeFile(join(folder, 'index.html'), '<p>home');
    await writeFile(join(folder, 'sub', 'index.html'), '<p>sub');
    await writeFile(join(folder, 'a b.js'), 'export {};');
    await writeFile(join(folder, 'data.bin'), 'data');
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git', 'config'), 'secret');
    await writeFile(join(folder, '.env'), 'secret');
    await symlink(join(root, 'secret.txt'), join(folder, 'link.txt'));
    running = await startServer(createRequestHandler(fabrikam()), { static: folder });
  });

  after(async () => {
    await running.close();
    await rm(root, { recursive: true });
  });

  for (const [path, type, text] of [
    ['/', 'text/html; charset=utf-8', '<p>home'],
    ['/index.html?x=1', 'text/html; charset=utf-8', '<p>home'],
    ['/sub/', 'text/html; charset=utf-8', '<p>sub'],
    ['/a%20b.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['/data.bin', 'application/octet-stream', 'data'],
  ] as const) {
    it(`has ${path} as ${type}`, async () => {
      const response = await fetch(running.url + path);
      expect(response.status).to.equal(200);
      expect(response.headers.get('content-type')).to.equal(type);
      expect(response.headers.get('x-content-type-options')).to.equal('nosniff');
      expect(await response.text()).to.equal(text);
    });
  }

  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/sub/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../public-not/secret.txt',
    '/%2e%2e%2fpublic-not/secret.txt',
    '/link.txt',
    '/.env',
    '/.git/config',
    '/%2egit/config',
    '/sub/../.env',
    '/index.html%00.txt',
    '/%ff',
    '/nothing',
    '//etc/passwd',
  ]) {
    it(`has nothing at ${path}`, async () => {
      const answer = await get(running.url, path);
      expect(answer).to.match(/^HTTP\/1.1 404/);
      expect(answer).not.to.contain('secret').and.not.contain('root:');
    });
  }

  it('are not written to, and their heads have no body', async () => {
    expect((await fetch(running.url, { method: 'PUT', body: 'x' })).status).to.equal(404);
    const head = await fetch(running.url, { method: 'HEAD' });
    expect(head.headers.get('content-length')).to.equal('7');
    expect(await head.text()).to.equal('');
  });

  it('stand behind the backend, which answers first', async () => {
    const adapter = createHttpAdapter({ endpoint: `${running.url}/api/sspr` });
    expect(await adapter.discover({}, { locale: 'en' })).to.have.property('contract', 1);
  });
});
