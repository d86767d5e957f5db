import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Report } from '../../src/conformance/index.js';
import { createRequestHandler } from '../../src/mock/index.js';
import { type RunningServer, startServer } from '../../src/mock/server.js';
import type { Tenant } from '../../src/tenant/index.js';
import { root } from '../runner/command.js';
import { fabrikam, tenantWorld } from '../unit/conformance/tenant-world.js';

const program = join(root, 'src/cli/sspr-conformance.ts');
const username = 'alex.park@fabrikam.example';

const run = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
      cwd: root,
      env: { ...process.env, SSPR_PASSWORD: 'Quiet-Harbour-72' },
    });
    const text = { out: '', err: '' };
    child.stdout.on('data', (data) => {
      text.out += data;
    });
    child.stderr.on('data', (data) => {
      text.err += data;
    });
    child.on('close', (code) => resolve({ code, ...text }));
  });

describe('the command sspr-conformance', function () {
  this.timeout(60_000);
  let tenant: Tenant;
  let backend: RunningServer;
  let outbox: Server;
  let codes: string;
  let voice: Report['voice'] = 'uniform';
  const given: string[] = [];

  before(async () => {
    tenant = fabrikam();
    backend = await startServer((request) => createRequestHandler(tenant)(request));
    outbox = createServer(async (request, response) => {
      if (request.method === 'POST') {
        tenant = fabrikam({ voice });
        response.end();
        return;
      }
      const type = new URL(request.url ?? '/', 'http://localhost').searchParams.get('type') ?? '';
      const code = await tenantWorld(tenant).readCode({ id: '', type });
      given.push(code);
      response.end(code);
    });
    await new Promise<void>((resolve) => outbox.listen(0, '127.0.0.1', resolve));
    const address = outbox.address();
    codes = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  });
  after(async () => {
    await backend.close();
    outbox.close();
  });

  const asking = (...more: string[]) =>
    run(`${backend.url}/api/sspr`, '--username', username, '--codes-url', codes, ...more);

  it('finds that a good backend holds, reports by rule, and prints no secret', async () => {
    const { code, out, err } = await asking('--fresh-url', codes, '--expendable');
    expect(out + err).to.match(/CODE-2 +holds/);
    expect(out).to.match(/Rules: \d+ holds, 0 fails, \d+ not-offered\./);
    expect(code).to.equal(0);
    expect(given).not.to.deep.equal([]);
    for (const secret of ['Quiet-Harbour-72', ...given]) expect(out + err).not.to.include(secret);
  });

  it('ends with 1 where a rule fails, and says in JSON which', async () => {
    voice = 'detailed';
    const { code, out } = await asking('--fresh-url', codes, '--json');
    expect(code).to.equal(1);
    const report = JSON.parse(out) as Report;
    expect(report.holds).to.equal(false);
    const failed = report.rules.filter(({ outcome }) => outcome === 'fails');
    expect(failed.map(({ rule }) => rule)).to.deep.equal(['REFUSAL-2']);
    expect(
      failed[0]?.checks.some((one) => one.outcome === 'fails' && one.expected !== ''),
    ).to.equal(true);
  });

  it('ends with 2 where the backend cannot be asked', async () => {
    const { code, err } = await run('http://127.0.0.1:9/api', '--username', username);
    expect(err).to.include('cannot be asked: offline');
    expect(code).to.equal(2);
  });

  it('goes on where the address of the codes never answers, and says so', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const nowhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    tenant = fabrikam();
    const { code, out } = await run(
      ...[`${backend.url}/api/sspr`, '--username', username, '--codes-url', nowhere],
      ...['--patience', '0.02'],
    );
    silent.closeAllConnections();
    silent.close();
    expect(code).to.equal(1);
    expect(out).to.match(/expected: a code for email to read; seen: none/);
  });

  it('ends with 2 where it was not told enough, without repeating what was typed', async () => {
    for (const args of [[], ['not an address'], [backend.url], ['--password', 'hidden-word']]) {
      const { code, err } = await run(...args);
      expect(code).to.equal(2);
      expect(err).to.include('--help').and.not.to.include('hidden-word');
    }
  });

  it('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).to.equal(0);
    for (const option of ['--username', '--codes-url', '--json', 'SSPR_PASSWORD'])
      expect(out).to.include(option);
  });
});
