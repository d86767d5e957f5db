/**
 * What a page brings along for all elements on it: captchas of other makers, and views of its own. With
 * the elements from `embed`, from the file beside them: `embed/extensions.js`.
 */

export {
  type CaptchaProvider,
  type CaptchaUse,
  registerCaptcha,
} from './elements/captcha/registry.js';
export {
  type OwnView,
  type OwnViewOf,
  type OwnViewUse,
  registerMethodView,
  type TokenlessStep,
} from './elements/own-views.js';
