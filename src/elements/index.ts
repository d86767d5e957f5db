export { SsprCaptchaEvent } from './captcha/page-slot.js';
export {
  type CaptchaProvider,
  type CaptchaUse,
  registerCaptcha,
} from './captcha/registry.js';
export {
  SsprRefusedEvent,
  SsprRegisteredEvent,
  SsprReturnEvent,
  SsprSkippedEvent,
  SsprSucceededEvent,
} from './end-events.js';
export { SsprCancelledEvent, SsprFailedEvent, SsprStepEvent } from './events.js';
export type { JsxProps, VueProps } from './framework-props.js';
export {
  type OwnView,
  type OwnViewOf,
  type OwnViewUse,
  registerMethodView,
  type TokenlessStep,
} from './own-views.js';
export { SsprMethodPicker } from './sspr-method-picker.js';
export { SsprRegister } from './sspr-register.js';
export { SsprReset } from './sspr-reset.js';
