import type { ProblemDetails } from '../contract/http.js';

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const;
export type ProblemStatus = keyof typeof titles;

const codes: { readonly [S in ProblemStatus]: ProblemDetails['code'] } = {
  400: 'rejected',
  401: 'unauthorized',
  404: 'not-found',
  405: 'rejected',
  413: 'rejected',
  415: 'rejected',
  429: 'rate-limited',
  500: 'server',
};

/** On every answer: a flow is between one person and one server, and leaves no trace on the way. */
export const privateHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A request that was not served, as RFC 9457 problem details. */
export function problemResponse(
  status: ProblemStatus,
  detail: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const problem: ProblemDetails = {
    type: 'about:blank',
    title: titles[status],
    status,
    code: codes[status],
    detail,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...privateHeaders, 'content-type': 'application/problem+json', ...headers },
  });
}
