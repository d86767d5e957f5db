export {
  SsprCancelledEvent,
  SsprFailedEvent,
  SsprRefusedEvent,
  SsprRegisteredEvent,
  SsprReturnEvent,
  SsprSkippedEvent,
  SsprStepEvent,
  SsprSucceededEvent,
} from './events.js';
export { SsprMethodPicker } from './sspr-method-picker.js';
export { SsprRegister } from './sspr-register.js';
export { SsprReset } from './sspr-reset.js';
