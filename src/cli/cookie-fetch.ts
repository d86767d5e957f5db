/** A `fetch` that keeps cookies of one server as a browser does, so that a reset is found again. */
export function cookieFetch(): typeof globalThis.fetch {
  const kept = new Map<string, string>();
  return async (input, init = {}) => {
    const headers = new Headers(init.headers);
    if (kept.size > 0)
      headers.set('cookie', [...kept].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await globalThis.fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const equals = pair.indexOf('=');
      kept.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
    }
    return response;
  };
}
