/**
 * The words of the contract that elements translate and backends send. Each list is what this
 * version knows; every one is open, so a newer backend may say more and must then bring its own text.
 */

/** How a person can prove who they are. */
export const methodTypes = ['app-code', 'email'] as const;
export type KnownMethodType = (typeof methodTypes)[number];
export type MethodType = KnownMethodType | (string & {});

/** What may be done besides answering a step. */
export const actionNames = [
  'resend',
  'other-method',
  'none-of-these',
  'back',
  'restart',
  'contact',
  'cancel',
] as const;
export type KnownActionName = (typeof actionNames)[number];

/** What a person can correct. */
export const problemCodes = [
  'username-required',
  'username-malformed',
  'captcha-failed',
  'method-required',
  'method-unavailable',
  'code-required',
  'code-malformed',
  'code-wrong',
  'code-expired',
  'code-reused',
  'code-used-up',
  'resend-too-early',
  'password-required',
  'password-too-short',
  'password-too-long',
  'password-too-simple',
  'password-character',
  'password-has-username',
  'password-has-name',
  'password-too-common',
  'confirmation-required',
  'confirmation-differs',
  'field-required',
  'action-unavailable',
] as const;
export type KnownProblemCode = (typeof problemCodes)[number];

/** What a person is told in passing. */
export const noticeCodes = [
  'code-sent',
  'new-code-sent',
  'proof-accepted',
  'administrator-contacted',
  'if-set-up',
] as const;
export type KnownNoticeCode = (typeof noticeCodes)[number];

/** Why a flow ended without what the person came for (rule REFUSAL-1). */
export const refusalCodes = [
  'SSPR_0009',
  'SSPR_0010',
  'SSPR_0011',
  'SSPR_0012',
  'SSPR_0013',
  'SSPR_0014',
  'SSPR_0029',
  'SSPR_0030',
  'account-unknown',
  'account-disabled',
  'guest',
  'protected-admin',
  'admin-reset-off',
  'blocked-until',
  'not-proven',
  'flow-expired',
  'flow-superseded',
] as const;
export type KnownRefusalCode = (typeof refusalCodes)[number];
