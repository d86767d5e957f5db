import type { SchemaDocument } from './components.js';
import { exchanges } from './exchanges.js';
import { type OperationName, operations } from './http.js';
import { contractVersion } from './version.js';

const summaries: { readonly [N in OperationName]: { summary: string; description: string } } = {
  discover: {
    summary: 'What the first screen needs',
    description:
      'Asked before any flow exists. Answers alike whether an account exists or not (rule REFUSAL-2).',
  },
  start: {
    summary: 'Open a flow for a username',
    description:
      'Answers the first step, or `identify` with the problems that keep the flow from opening. An account that cannot reset is refused, or in the uniform voice led through steps that look like those of one that can (rule REFUSAL-2).',
  },
  advance: {
    summary: 'Answer a step',
    description:
      'Spends the token and answers the next step, or the same step under a new token with the problems that the person can correct. A spent token under another `Idempotency-Key` is refused as a step: `refused` with `flow-superseded`.',
  },
  watch: {
    summary: 'Ask for a step that comes without an answer',
    description:
      'Such as the end of a flow that ran out (rule SESSION-1). 204 says that there is none yet and by `Retry-After` when to ask again; a server may hold the request open for up to ten seconds instead. 404 says that none will come: the token is spent or unknown, or the server does not offer this. Changes nothing and spends no token.',
  },
  cancel: {
    summary: 'Give a flow up',
    description: 'Answers 204 also where there is no such flow.',
  },
  resume: {
    summary: 'Find a flow again that this browser began',
    description:
      'After a reload, or when another app was opened to read a code (rule SESSION-1). Which browser asks, the server knows from a cookie that it set with the answer to `start`: `HttpOnly`, `SameSite=Strict`, `Secure` where it is served over TLS, opaque, of at least 128 bits. Neither the cookie nor the name of the flow opens anything by itself. Answers the step where the flow stands under a new token, and supersedes the old one; sends nothing, counts nothing. 204 where there is no such flow for this browser: unknown, of another browser, ended or expired, all alike. 404 says that the server does not offer this.',
  },
  checkPassword: {
    summary: 'Judge a password while it is typed',
    description:
      'What only the server can tell: whether it is too common, or holds a name (rules BANNED-1 to 4). Asked on a `new-password` step with `checks`, under its token, which it does not spend. Changes, counts and keeps nothing; the password is not logged. Answers no problems where there is nothing to judge: an old or unknown token, another step, too many questions. 404 says that the server does not offer this.',
  },
  registerStart: {
    summary: 'Open a registration for whoever is signed in',
    description:
      'Who that is, the server knows from the session that the host page vouches for: by a cookie, or by a header that the page sends along. No request names the person. Answers the first step: what is due, or what is registered (rules REGISTER-1, REGISTER-2, REGISTER-4). 401 where nobody is signed in.',
  },
  registerAdvance: {
    summary: 'Answer a step of a registration',
    description:
      'As for a reset: spends the token and answers the next step, or the same step under a new token with the problems that the person can correct. 401 where the session of the host page has ended or is that of somebody else: the token alone opens nothing.',
  },
  registerWatch: {
    summary: 'Ask for a step of a registration that comes without an answer',
    description:
      'Such as a notification that was answered in the app (rule REGISTER-5), or the end of a flow that ran out (rule SESSION-1). 204 says that there is none yet and by `Retry-After` when to ask again; a server may hold the request open for up to ten seconds instead. 404 says that none will come. Changes nothing and spends no token.',
  },
  registerCancel: {
    summary: 'Give a registration up',
    description:
      'What was not finished is not registered; what was, stays. Answers 204 also where there is no such flow.',
  },
};

const answers: {
  readonly [N in OperationName]:
    | 'Discovery'
    | 'Step'
    | 'RegistrationStep'
    | 'PasswordCheck'
    | undefined;
} = {
  discover: 'Discovery',
  start: 'Step',
  advance: 'Step',
  watch: 'Step',
  cancel: undefined,
  resume: 'Step',
  checkPassword: 'PasswordCheck',
  registerStart: 'RegistrationStep',
  registerAdvance: 'RegistrationStep',
  registerWatch: 'RegistrationStep',
  registerCancel: undefined,
};

const requests: { readonly [N in OperationName]: string } = {
  discover: 'DiscoveryHint',
  start: 'ResetIntent',
  advance: 'AdvanceRequest',
  watch: 'TokenRequest',
  cancel: 'TokenRequest',
  resume: 'ResumeRequest',
  checkPassword: 'PasswordCheckRequest',
  registerStart: 'RegistrationIntent',
  registerAdvance: 'AdvanceRequest',
  registerWatch: 'TokenRequest',
  registerCancel: 'TokenRequest',
};

const told = {
  Discovery: 'The discovery.',
  Step: 'The step.',
  RegistrationStep: 'The step.',
  PasswordCheck: 'What there is against it.',
} as const;

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

const json = (schema: string, example: object) => ({
  'application/json': { schema: ref('schemas', schema), example },
});

function operation(name: OperationName): SchemaDocument {
  const { request, response } = exchanges[name];
  const answer = answers[name];
  return {
    operationId: name,
    ...summaries[name],
    parameters: [
      ref('parameters', 'AcceptLanguage'),
      ...(operations[name].idempotencyKey ? [ref('parameters', 'IdempotencyKey')] : []),
    ],
    requestBody: { required: true, content: json(requests[name], request) },
    responses: {
      ...(answer &&
        response && {
          200: {
            description: told[answer],
            headers: {
              'Cache-Control': ref('headers', 'NoStore'),
              ...(name === 'start' && { 'Set-Cookie': ref('headers', 'Browser') }),
            },
            content: json(answer, response),
          },
        }),
      ...((name === 'watch' || name === 'registerWatch') && {
        204: {
          description: 'Nothing yet.',
          headers: { 'Retry-After': ref('headers', 'RetryAfter') },
        },
      }),
      ...(name === 'resume' && { 204: { description: 'There is no such flow for this browser.' } }),
      ...(answer === undefined && {
        204: { description: 'The flow is given up, or there was none.' },
      }),
      400: ref('responses', 'Rejected'),
      401: ref('responses', 'Unauthorized'),
      404: ref('responses', 'NotFound'),
      413: ref('responses', 'Rejected'),
      415: ref('responses', 'Rejected'),
      429: ref('responses', 'RateLimited'),
      500: ref('responses', 'Server'),
    },
  };
}

const failure = (description: string, status: number, title: string, code: string) => ({
  description,
  content: {
    'application/problem+json': {
      schema: ref('schemas', 'ProblemDetails'),
      example: { type: 'about:blank', title, status, code },
    },
  },
});

/** The OpenAPI description of the reference HTTP contract, around these components. */
export function buildOpenApi(schemas: Readonly<Record<string, SchemaDocument>>): SchemaDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Self-service password reset',
      version: `${contractVersion}.0.0`,
      summary: 'The reference HTTP contract of sspr-elements.',
      description:
        'A step machine: each answer is the next screen as data, under a token that the next request spends. Every operation is a POST, so that no token, code or name stands in an address. What a person can correct is a problem on a step (200), never an HTTP error. Readers ignore properties that they do not know; values that are listed as examples may be extended.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/sspr', description: 'As given to the element by `endpoint`.' }],
    paths: Object.fromEntries(
      (Object.keys(operations) as OperationName[]).map((name) => [
        operations[name].path,
        { post: operation(name) },
      ]),
    ),
    components: {
      schemas,
      parameters: {
        AcceptLanguage: {
          name: 'Accept-Language',
          in: 'header',
          description: 'The language to answer and to write in, a BCP 47 tag.',
          schema: { type: 'string', maxLength: 100 },
          example: 'de',
        },
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description:
            'Names the attempt. The same key with the same token and body gives the stored answer with no second effect, so that a lost answer can be asked for again; another key with a spent token is refused as `flow-superseded`.',
          schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
          example: '7f3c8a1e5b0d4c2f',
        },
      },
      headers: {
        RetryAfter: {
          description: 'Seconds to wait, or the date to wait for (RFC 9110, 10.2.3).',
          schema: { type: 'string' },
          example: '2',
        },
        Browser: {
          description:
            'Where flows can be found again, a browser that has no name yet gets one: opaque, of at least 128 bits, for this path only.',
          schema: { type: 'string' },
          example:
            'browser=Zb4mQ1xWv8sKd0uYhE5jTg; Path=/api/sspr; HttpOnly; SameSite=Strict; Secure',
        },
        NoStore: {
          description: 'A flow is between one person and one server.',
          schema: { type: 'string', const: 'no-store' },
        },
      },
      responses: {
        Rejected: failure('The request is not of this contract.', 400, 'Bad Request', 'rejected'),
        Unauthorized: failure(
          "The host page's own sign-in is missing or ended; 403 means the same. The host page can sign the person in again and repeat the request under the same `Idempotency-Key`.",
          401,
          'Unauthorized',
          'unauthorized',
        ),
        NotFound: failure('There is no such operation.', 404, 'Not Found', 'not-found'),
        RateLimited: {
          ...failure('Too many requests.', 429, 'Too Many Requests', 'rate-limited'),
          headers: { 'Retry-After': ref('headers', 'RetryAfter') },
        },
        Server: failure('The server failed.', 500, 'Internal Server Error', 'server'),
      },
    },
  };
}
