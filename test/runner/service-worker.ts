import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TestRunnerPlugin } from '@web/test-runner-core';

/** MSW's worker script, served from the root where its scope covers every test page. */
export const serviceWorker: TestRunnerPlugin = {
  name: 'service-worker',
  async serve(context) {
    if (context.path !== '/mockServiceWorker.js') return undefined;
    const path = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
    return { body: await readFile(path, 'utf8'), type: 'js' };
  },
};
