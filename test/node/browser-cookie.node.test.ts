import { expect } from 'chai';
import { cookieJar, createRequestHandler } from '../../src/mock/index.js';
import { type RunningServer, startServer } from '../../src/mock/server.js';
import { fabrikam } from '../unit/conformance/tenant-world.js';

describe('the cookie of a browser', () => {
  let running: RunningServer;
  afterEach(() => running?.close());

  const serving = async () => {
    running = await startServer(createRequestHandler(fabrikam()));
    let attempts = 0;
    return (operation: string, body: object, cookie?: string) =>
      fetch(`${running.url}/api/sspr/v1/${operation}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': `a-${attempts++}`,
          ...(cookie && { cookie }),
        },
        body: JSON.stringify(body),
      });
  };

  const intent = { username: 'alex.park@fabrikam.example' };
  const keptBy = (response: Response) => response.headers.get('set-cookie') ?? '';

  it('SESSION-1: no script reads it, no other site sends it, and it tells nothing', async () => {
    const ask = await serving();
    expect(keptBy(await ask('discover', {}))).to.equal('');
    const start = await ask('reset/start', intent);
    const [value, ...attributes] = keptBy(start).split('; ');
    expect(value).to.match(/^sspr-browser=[\w-]{22}$/);
    expect(attributes).to.deep.equal(['Path=/api/sspr', 'HttpOnly', 'SameSite=Strict']);
    expect(keptBy(await ask('reset/start', intent))).not.to.equal(keptBy(start));
    expect(keptBy(await ask('reset/start', intent, value))).to.equal('');
  });

  it('SESSION-1: with it a flow is found again; without it, or with another, there is none', async () => {
    const ask = await serving();
    const start = await ask('reset/start', intent);
    const [cookie = ''] = keptBy(start).split(';');
    const { resumable: at } = (await start.json()) as { resumable: string };
    const other = `sspr-browser=${'A'.repeat(22)}`;
    for (const wrong of [undefined, other, `${cookie}x`, `x${cookie}`, 'sspr-browser='])
      expect((await ask('reset/resume', { at }, wrong)).status, wrong).to.equal(204);
    for (const right of [cookie, `first=1; ${cookie}; last=2`])
      expect((await ask('reset/resume', { at }, right)).status).to.equal(200);
    expect((await ask('reset/resume', { at: 'made-up' }, cookie)).status).to.equal(204);
  });

  it('is sent over TLS only, where it was set over TLS', () => {
    const jar = cookieJar('/api');
    const kept = jar.keep('name', new Request('https://id.example/api/v1/reset/start'));
    expect(kept['set-cookie']).to.match(/; Secure$/);
  });
});
