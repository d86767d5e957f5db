export { Captchas, type CaptchasOptions, type VerifyCaptcha } from './captchas.js';
export type { SpokenDigits } from './spoken-digits.js';
